import { sheet } from '../fabric'
import { clip, crease, frame, soft, veil } from '../frame'
import { cloth, edgeOf, lookOf, rowsOf } from '../pieces'
import type { Drawing } from '../spec'
import { n, stamped, tag } from '../svg'
import { shade } from '../wool'

// A throw over a rail: three soft folds run down it, and what hangs behind looks out on one side.

const behind = 'M300 60H322Q342 62 344 82C347 180 342 270 346 366Q328 360 300 366Z'
/** The folds: crests at 90, 175 and 262. */
const wave = (x: number) => 4 * Math.cos((x + 25) / 13.7)
const hemline = Array.from({ length: 27 }, (_, at) => 330 - at * 10)
  .map((x) => `L${x} ${n(411 + wave(x - 200))}`)
  .join('')
const front = `M70 74Q72 58 90 56H312Q328 58 330 74C332 180 326 300 330 412${hemline}C74 300 68 180 70 74Z`

const fringe = (ink: string, from: number, to: number, y: number) => {
  const knot = (stroke: string, width: number) =>
    tag(
      'g',
      { stroke, 'stroke-width': width },
      tag('path', { d: 'M0-4C-2 8 2 18-1 34M2-4C4 10 1 20 4 33M-2-4C-5 8-3 20-5 32', fill: 'none' }) +
        tag('path', { d: 'M-3-2h6v5h-6z', fill: ink }),
    )
  const places = Array.from(
    { length: Math.floor((to - from) / 9.3) },
    (_, at) => [from + 5 + at * 9.3, y + wave(from + at * 9.3 - 195)] as const,
  )
  return stamped('x', knot(edgeOf(ink), 2.8), places) + stamped('y', knot(ink, 1.5), places)
}

export function blanket(drawing: Drawing): string {
  const look = lookOf(drawing)
  const { inks, base, rib } = look
  const { bands, details } = drawing
  const row = 4.2
  // The bands at the lower end, and the same again mirrored at the upper where there is room.
  const upper = [...bands].reverse()
  const tall = rowsOf(bands) * row
  const grid = sheet(5.4, row, { drop: wave })
  const room = 330 - tall
  const knit =
    room > tall + 40
      ? cloth('n', grid, [50, 50 + tall + 20], upper, 26, inks, 62) + cloth('m', grid, [70 + tall, 420], [...bands], 26, inks, 400 - tall)
      : cloth('m', grid, [50, 420], [...bands], 26, inks, Math.max(60, 236 - tall / 2))
  const edge = details.includes('fringe') ? fringe(rib, 74, 330, 414) : ''
  return frame(look, {
    view: [20, 19, 370],
    outline: tag('path', { d: behind }) + tag('path', { d: front }),
    defs:
      clip('e', tag('path', { d: front })) +
      veil('v', [
        [0, 0.3],
        [8, 0.02],
        [15, -0.1],
        [28, 0.04],
        [34, 0.17],
        [42, -0.02],
        [48, -0.1],
        [58, 0.03],
        [66, 0.18],
        [74, 0],
        [80, -0.08],
        [90, 0.04],
        [100, 0.34],
      ]) +
      veil(
        'w',
        [
          [0, -0.22],
          [4, -0.04],
          [9, 0.1],
          [16, 0],
          [92, 0],
          [100, 0.14],
        ],
        { x2: 0, y2: 1 },
      ),
    body:
      tag('path', { d: behind, fill: shade(base, -0.3) }) +
      edge +
      tag(
        'g',
        { 'clip-path': 'url(#e)' },
        tag('path', { fill: base, d: front }) +
          tag('g', { transform: 'translate(200)' }, knit) +
          tag('path', { fill: 'url(#v)', d: front }) +
          tag('path', { fill: 'url(#w)', d: front }) +
          soft(crease('M160 90C156 200 164 300 156 420M244 80C248 200 240 300 246 420', 7, 0.12)),
      ),
  })
}
