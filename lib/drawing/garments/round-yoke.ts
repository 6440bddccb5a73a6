import { sag, sheet } from '../fabric'
import { clip, crease, frame, soft, veil } from '../frame'
import { cloth, lookOf, ribbing, rings, rowsOf, type Look } from '../pieces'
import type { Drawing } from '../spec'
import { tag, use } from '../svg'
import { shade } from '../wool'

// The round-yoked sweater and cardigan, laid out: two sleeves, a body, and over all three the yoke, a fan of bands.

const body =
  'M157 68C140 78 112 90 93 102C89 140 95 180 98 216C101 290 97 350 96 398Q96 420 99 432Q200 446 301 432Q304 420 304 398C303 350 299 290 302 216C305 180 311 140 307 102C288 90 260 78 243 68Q200 112 157 68Z'
const sleeve =
  'M266 78C290 88 308 97 319 112C336 136 344 174 351 214C360 262 371 310 376 358Q378 374 379 388Q362 398 342 399Q338 385 335 371C327 320 311 270 301 218C292 180 280 130 266 78Z'
/** The sleeve where the body does not cover it. */
const bareSleeve =
  'M307 102Q314 104 319 112C336 136 344 174 351 214C360 262 371 310 376 358Q378 374 379 388Q362 398 342 399Q338 385 335 371C327 320 311 270 302 216C305 180 311 140 307 102Z'
const other = 'matrix(-1 0 0 1 400 0)rotate(-1.6 300 110)'

const yoke = { x: 200, y: 36, radius: 57, row: 4.2, stitch: 5.3 }

const collarLine = 'M159 69A41 20 0 0 0 241 69'

const roll = 'M155 76C149 58 152 42 163 34Q200 24 237 34C248 42 251 58 245 76Q200 118 155 76Z'

function collar({ rib, deep }: Look): string {
  const inside = tag('ellipse', { cx: 200, cy: 69, rx: 41, ry: 19, fill: deep })
  return inside + ribbing('M159 69A41 16 0 0 1 241 69', shade(rib, -0.32), 10) + ribbing(collarLine, rib, 11)
}

/** A high collar, folded down once. */
const rolled = ({ rib, deep }: Look): string =>
  tag(
    'g',
    { 'clip-path': 'url(#j)' },
    ribbing('M130 40Q200 82 270 40', rib, 110, 5.4) +
      tag('path', { d: roll, fill: 'url(#w)' }) +
      soft(crease(roll, 7, 0.45) + crease('M180 48C178 66 180 80 184 94', 9, 0.13, '#fff')),
  ) +
  tag('ellipse', { cx: 200, cy: 36, rx: 36, ry: 8.5, fill: deep }) +
  ribbing('M164 36A36 8.500 0 0 0 236 36', rib, 3, 3.4)

function button(pewter: boolean): string {
  const [face, rim] = pewter ? ['#b3b2ad', '#5f5e5b'] : ['#80603f', '#38271a']
  return tag(
    'g',
    { id: 'd' },
    tag('circle', { cy: 1.5, r: 5.9, opacity: 0.35 }) +
      tag('circle', { r: 5.4, fill: face, stroke: rim, 'stroke-width': 0.9 }) +
      tag('path', { d: 'M-3.600-1.500A4 4 0 0 1 1.500-3.600', fill: 'none', stroke: '#fff', opacity: 0.5 }) +
      tag('path', { d: 'M-1.500 0h.1M1.500 0h.1', stroke: rim, 'stroke-width': 1.8, 'stroke-linecap': 'round' }),
  )
}

function opening({ rib }: Look, pewter: boolean): string {
  const band = 'M200 88C201 200 199 320 201 438'
  // The furrows run along the band, not across it.
  const furrows = [-6, -2, 2, 6].map((x) =>
    tag('path', { d: band, class: 'r', fill: 'none', 'stroke-width': 1.4, transform: `translate(${x})` }),
  )
  const buttons = [0, 1, 2, 3, 4, 5, 6].map((at) => use('d', `translate(200 ${101 + at * 54})`))
  return (
    tag('g', { 'clip-path': 'url(#e)' }, soft(crease('M190 96C191 220 189 330 190 446M211 96C212 220 210 330 211 446', 5, 0.34))) +
    tag('path', { d: band, fill: 'none', stroke: rib, 'stroke-width': 17 }) +
    furrows.join('') +
    tag('path', { d: 'M191.500 92C192.500 200 190.500 320 192.500 438', fill: 'none', stroke: '#000', opacity: 0.5 }) +
    tag('defs', {}, button(pewter)) +
    buttons.join('')
  )
}

const light =
  tag('path', { id: 'n', fill: 'url(#w)', d: bareSleeve }) +
  use('n', other) +
  tag('path', { fill: 'url(#v)', d: body }) +
  tag(
    'g',
    { 'clip-path': 'url(#a)' },
    soft(
      crease('M303 440C305 350 299 290 302 222C299 194 302 170 308 144M97 440C95 350 101 290 98 222C101 194 98 170 92 144', 11, 0.36) +
        // Folds as wool has them: from under the arms inwards, and at the elbows; soft, and none of them from top to bottom.
        crease(
          'M299 226C284 238 272 254 258 284M101 226C116 238 128 254 142 284M300 300C290 316 280 330 262 344M100 300C110 316 120 330 138 344M346 250C338 264 330 270 322 274M54 250C62 264 70 270 78 274M356 282C348 290 342 294 332 296M44 282C52 290 58 294 68 296',
          8,
          0.11,
        ) +
        crease('M294 246C280 260 268 276 256 306M106 246C120 260 132 276 144 306M338 190C345 220 349 240 354 262', 9, 0.055, '#fff') +
        crease('M96 405Q200 419 304 405M335 374L378 364M65 374L22 364', 4, 0.3) +
        crease('M160 92A50 36 0 0 0 240 92', 5, 0.3),
    ) + tag('path', { d: 'M301 217C299 199 300 186 302 174M99 217C101 199 100 186 98 174', fill: 'none', stroke: '#000', opacity: 0.35 }),
  )

export function roundYoke(drawing: Drawing): string {
  const look = lookOf(drawing)
  const { bands, trim, details, garment } = drawing
  const { inks, base, rib } = look
  const high = details.includes('rolled')
  const arm = tag(
    'g',
    { id: 'k', 'clip-path': 'url(#c)' },
    tag('path', { fill: base, d: sleeve }) +
      tag(
        'g',
        { transform: 'translate(310 96)rotate(-10)' },
        cloth('l', sheet(5.2, 4), [40, 276], trim, 9, inks) + ribbing('M-50 292Q0 288 50 296', rib, 34),
      ),
  )
  const torso = tag(
    'g',
    { 'clip-path': 'url(#e)' },
    tag('path', { fill: base, d: body }) +
      tag(
        'g',
        { transform: 'translate(200)' },
        cloth('m', sheet(5.2, 4, { drop: sag(7, 104), straight: 12 }), [140, 402], trim, 21, inks),
      ) +
      ribbing('M92 419Q200 433 308 419', rib, 30),
  )
  const ringed = tag(
    'g',
    { 'clip-path': 'url(#a)' },
    tag(
      'g',
      { transform: `translate(${yoke.x} ${yoke.y})` },
      tag('circle', { r: Math.round(yoke.radius + rowsOf(bands) * yoke.row), fill: base }) +
        rings('y', bands, yoke.radius, yoke.row, yoke.stitch, 0.19, inks),
    ),
  )
  return frame(look, {
    outline:
      tag('path', { d: body }) +
      tag('path', { d: sleeve }) +
      tag('path', { d: sleeve, transform: other }) +
      (high ? tag('path', { d: roll }) : ''),
    defs:
      clip('c', tag('path', { d: sleeve })) +
      clip('e', tag('path', { d: body })) +
      (high ? clip('j', tag('path', { d: roll })) : '') +
      veil('v', [
        [0, 0.1],
        [14, 0.02],
        [28, -0.04],
        [44, -0.05],
        [70, 0.03],
        [100, 0.18],
      ]) +
      veil(
        'w',
        [
          [0, 0.1],
          [24, 0.04],
          [58, -0.06],
          [100, 0.24],
        ],
        { x2: 1, y2: 0.16 },
      ),
    body:
      arm +
      use('k', other) +
      torso +
      ringed +
      light +
      (high ? rolled(look) : collar(look)) +
      (garment === 'cardigan' ? opening(look, details.includes('buttons')) : ''),
  })
}
