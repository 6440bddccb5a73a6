import { clip, crease, frame, soft, veil } from '../frame'
import { edgeOf, lookOf } from '../pieces'
import type { Drawing } from '../spec'
import { tag } from '../svg'
import { shade } from '../wool'

// Unspun lopi comes in plates: a soft ribbon wound flat, seen a little from the side.

const disc = 'M46 232C46 150 116 92 200 92C284 92 354 150 354 232V262C354 344 284 402 200 402C116 402 46 344 46 262Z'

/** One ribbon from the hole outwards, as a spiral of half circles. */
function spiral(): string {
  let d = 'M170 232'
  let left = 170
  let right = 232
  for (let turn = 0; turn < 11; turn++) {
    d += `A${(right - left) / 2} ${Math.round((right - left) * 0.452)} 0 0 1 ${right} 232`
    left -= 11
    d += `A${(right - left) / 2} ${Math.round((right - left) * 0.452)} 0 0 1 ${left} 232`
    right += 11
  }
  return d
}

export function plate(drawing: Drawing): string {
  const look = lookOf(drawing)
  const { base } = look
  const [dark, bright] = [shade(base, -0.36), shade(base, 0.26)]
  const wound = spiral()
  const loose = 'M300 372C350 390 372 420 340 440C306 458 250 440 214 456'
  const yarn = (d: string, width: number) =>
    tag('path', { d, stroke: dark, 'stroke-width': width }) +
    tag('path', { d, stroke: base, 'stroke-width': width - 2.2, transform: 'translate(-.5-.8)' }) +
    tag('path', { d, stroke: bright, 'stroke-width': 1.4, opacity: 0.6, transform: 'translate(-1.500-2)' })
  const rim = [6, 13, 20, 27]
    .map((y) => tag('path', { d: 'M46 232C46 314 116 372 200 372C284 372 354 314 354 232', transform: `translate(0 ${y})` }))
    .join('')
  return frame(look, {
    outline: tag('path', { d: disc }),
    defs:
      clip('e', tag('path', { d: disc })) +
      veil(
        'v',
        [
          [0, -0.12],
          [45, 0],
          [100, 0.34],
        ],
        { x2: 0.7, y2: 1 },
      ),
    body:
      tag(
        'g',
        { fill: 'none', 'stroke-linecap': 'round' },
        tag('path', { d: loose, stroke: edgeOf(base), 'stroke-width': 9 }) + yarn(loose, 7.6),
      ) +
      tag(
        'g',
        { 'clip-path': 'url(#e)' },
        tag('path', { d: disc, fill: shade(base, -0.14) }) +
          tag('g', { fill: 'none', stroke: dark, 'stroke-width': 1.6 }, rim) +
          tag('ellipse', { cx: 200, cy: 232, rx: 154, ry: 140, fill: base }) +
          tag('g', { fill: 'none' }, yarn(wound, 11)) +
          tag('ellipse', { cx: 201, cy: 231, rx: 26, ry: 22, fill: shade(base, -0.66) }) +
          soft(crease('M176 240A26 22 0 0 1 226 222', 9, 0.5) + crease('M46 236C46 318 116 376 200 376C284 376 354 318 354 236', 7, 0.2)) +
          tag('path', { d: disc, fill: 'url(#v)' }),
      ),
  })
}
