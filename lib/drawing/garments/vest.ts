import { sag, sheet } from '../fabric'
import { clip, crease, frame, soft, veil } from '../frame'
import { cloth, lookOf, ribbing, rowsOf } from '../pieces'
import type { Drawing } from '../spec'
import { tag } from '../svg'
import { shade } from '../wool'

// A slipover with a V-neck; through the V one sees the inside of the back.

const front =
  'M156 66C142 72 124 80 108 88C124 130 122 180 92 222C96 290 92 340 90 396Q90 420 93 434Q200 450 307 434Q310 420 310 396C308 340 304 290 308 222C278 180 276 130 292 88C276 80 258 72 244 66L200 196Z'
const back = 'M156 66Q200 82 244 66L204 200H196Z'
const armholes = 'M108 88C124 130 122 180 92 222M292 88C276 130 278 180 308 222'
const neckline = 'M156 66L200 196L244 66'

const row = 4

export function vest(drawing: Drawing): string {
  const look = lookOf(drawing)
  const { inks, base, rib, deep } = look
  const { bands, trim } = drawing
  const tall = rowsOf(bands) * row
  // Many bands run from the shoulders to the hem, over and over; a few stand across the chest, below the V.
  const all = tall > 100 ? Array.from({ length: Math.ceil(300 / tall) }, () => bands).flat() : [...bands]
  const first = tall > 100 ? 92 : 206
  const below = 402 - rowsOf(trim) * row
  const grid = sheet(5.2, row, { drop: sag(8, 110), straight: 12 })
  const fitting = all.filter((_, at) => first + rowsOf(all.slice(0, at + 1)) * row < below)
  const knit = cloth('m', grid, [84, below], fitting, 22, inks, first) + cloth('n', grid, [below, 404], trim, 22, inks)
  const inside =
    tag('path', { d: back, fill: shade(base, -0.6) }) +
    tag('g', { 'clip-path': 'url(#i)' }, ribbing('M150 70Q200 86 250 70', shade(rib, -0.4), 12) + soft(crease(neckline, 12, 0.5)))
  return frame(look, {
    view: [25, 38, 350],
    outline: tag('path', { d: front }) + tag('path', { d: back }),
    defs:
      clip('e', tag('path', { d: front })) +
      clip('i', tag('path', { d: back })) +
      veil('v', [
        [0, 0.32],
        [13, 0.1],
        [28, -0.03],
        [44, -0.05],
        [68, 0.03],
        [88, 0.12],
        [100, 0.34],
      ]),
    body:
      inside +
      tag(
        'g',
        { 'clip-path': 'url(#e)' },
        tag('path', { fill: base, d: front }) +
          tag('g', { transform: 'translate(200)' }, knit) +
          ribbing('M84 420Q200 436 316 420', rib, 31) +
          ribbing(armholes, rib, 23) +
          soft(
            crease('M118 96C132 136 132 184 102 226M282 96C268 136 268 184 298 226', 4, 0.3) +
              crease('M148 70L200 214L252 70', 5, 0.28) +
              crease(
                'M94 230C116 244 130 262 144 294M306 230C284 244 270 262 256 294M92 306C104 322 116 334 136 346M308 306C296 322 284 334 264 346',
                8,
                0.12,
              ) +
              crease('M104 256C118 272 128 288 136 314M296 256C282 272 272 288 264 314', 9, 0.05, '#fff') +
              crease('M90 405Q200 421 310 405', 4, 0.3),
          ) +
          tag('path', { fill: 'url(#v)', d: front }),
      ) +
      tag('g', { 'clip-path': 'url(#e)' }, ribbing(neckline, rib, 22)) +
      tag('path', { d: 'M200 181V196', stroke: deep, opacity: 0.6 }),
  })
}
