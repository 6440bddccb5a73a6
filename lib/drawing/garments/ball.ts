import { sheet } from '../fabric'
import { clip, crease, frame, soft, veil } from '../frame'
import { cloth, edgeOf, lookOf, rowsOf } from '../pieces'
import type { Drawing } from '../spec'
import { p, tag } from '../svg'
import { shade } from '../wool'

// A ball as it leaves the mill: wound slantwise, with a paper band about its waist.

const shape = 'M104 250C100 160 128 92 200 88C272 92 300 160 296 250C300 340 272 404 200 408C128 404 100 340 104 250Z'
const paper = 'M98 186Q200 210 302 186V312Q200 338 98 312Z'

/** Strands from side to side, each a little higher than the last and slanting the other way every second layer. */
function strands(slant: number): string {
  let d = ''
  for (let y = 70; y < 440; y += 7.5) d += `M${p(94, y + slant)}Q${p(200, y + 34, 306, y - slant)}`
  return d
}

/** The paper band: its edge lines, a row of the mill's pattern, and where the text would be. */
export function label(drawing: Drawing, inks: readonly string[]): string {
  const [, ground = '#fff', ink = '#000'] = inks
  const row = 4.6
  const { bands } = drawing
  const tall = rowsOf(bands) * row
  const printed = cloth(
    'm',
    sheet(5.6, row, { round: 104, drop: (x) => 12 * (1 - (x / 100) ** 2) }),
    [244 - tall / 2, 244 + tall / 2],
    bands,
    27,
    [ground, ...inks.slice(1)],
    244 - tall / 2,
  )
  return (
    tag('path', { d: paper, fill: ground }) +
    tag('g', { transform: 'translate(200 -22)' }, printed) +
    tag('path', { d: 'M98 193Q200 217 302 193M98 305Q200 331 302 305', fill: 'none', stroke: ink, 'stroke-width': 1.6 }) +
    tag('path', { d: 'M152 280Q200 287 248 280M168 291Q200 295.500 232 291', fill: 'none', stroke: ink, 'stroke-width': 3.4, opacity: 0.8 })
  )
}

export function ball(drawing: Drawing): string {
  const look = lookOf(drawing)
  const { inks, base } = look
  const [dark, bright] = [shade(base, -0.34), shade(base, 0.3)]
  const wound = tag(
    'g',
    { fill: 'none', 'stroke-width': 5.6 },
    tag('path', { d: strands(34), stroke: dark, 'stroke-width': 7 }) +
      tag('path', { d: strands(34), stroke: base, transform: 'translate(0-.800)' }) +
      tag('path', { d: strands(34), stroke: bright, 'stroke-width': 1.1, opacity: 0.6, transform: 'translate(0-2.400)' }),
  )
  const loose = 'M286 372C330 372 352 396 338 420C326 440 290 436 262 440C230 446 232 462 268 464'
  return frame(look, {
    view: [38, 62, 340],
    outline: tag('path', { d: shape }),
    defs:
      clip('e', tag('path', { d: shape })) +
      clip('i', tag('path', { d: paper })) +
      veil('v', [
        [0, 0.46],
        [16, 0.16],
        [38, -0.12],
        [66, 0.04],
        [86, 0.22],
        [100, 0.5],
      ]) +
      veil(
        'w',
        [
          [0, 0.16],
          [30, -0.06],
          [70, 0.02],
          [100, 0.34],
        ],
        { x2: 0, y2: 1 },
      ),
    body:
      tag(
        'g',
        { fill: 'none', 'stroke-linecap': 'round' },
        tag('path', { d: loose, stroke: edgeOf(base), 'stroke-width': 6.6 }) +
          tag('path', { d: loose, stroke: base, 'stroke-width': 4.6, transform: 'translate(-.4-.8)' }) +
          tag('path', { d: loose, stroke: bright, 'stroke-width': 1, opacity: 0.6, transform: 'translate(-1-1.800)' }),
      ) +
      tag(
        'g',
        { 'clip-path': 'url(#e)' },
        wound +
          soft(crease('M98 186Q200 210 302 186M98 312Q200 338 302 312', 10, 0.5)) +
          tag('g', { 'clip-path': 'url(#i)' }, label(drawing, inks)) +
          tag('path', { d: shape, fill: 'url(#v)' }) +
          tag('path', { d: shape, fill: 'url(#w)' }),
      ),
  })
}
