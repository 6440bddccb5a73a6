import { sheet } from '../fabric'
import { clip, crease, frame, soft, veil } from '../frame'
import { cloth, edgeOf, lookOf, rowsOf } from '../pieces'
import type { Drawing } from '../spec'
import { stamped, tag, use } from '../svg'
import { shade } from '../wool'

// A scarf wound once about a neck that is not there; one end hangs lower than the other.

const tail = 'M-44 0C-42 90-47 180-45 262H45C47 180 42 90 44 0Z'
const loop =
  'M94 112C88 74 140 48 200 48C262 48 312 74 306 112C312 156 262 184 200 184C138 184 88 156 94 112ZM152 92C150 110 176 122 200 122C226 122 250 110 248 92C246 80 226 74 200 74C176 74 154 80 152 92Z'
const over =
  'M90 108C84 158 140 190 204 188C262 186 314 158 308 108C306 96 262 84 250 94C250 112 226 124 200 124C176 124 150 112 152 92C136 84 92 94 90 108Z'
const ends = ['translate(172 152)rotate(4)', 'translate(232 150)rotate(-7)scale(1 .82)']

const fringe = 'M-2 0C-4 12 0 24-3 38M1 0C2 14-1 26 2 37M3 0C6 12 4 24 6 36'

export function scarf(drawing: Drawing): string {
  const look = lookOf(drawing)
  const { inks, base, rib } = look
  const { bands, details } = drawing
  const row = 4.2
  const end = Math.min(rowsOf(bands) * row, 210)
  const knit = cloth('m', sheet(5.3, row, { drop: (x) => 3 * Math.cos(x / 14) }), [0, 264], bands, 10, inks, 252 - end)
  const tuft = tag(
    'g',
    { fill: 'none' },
    tag('path', { d: fringe, stroke: edgeOf(rib), 'stroke-width': 2.8 }) + tag('path', { d: fringe, stroke: rib, 'stroke-width': 1.7 }),
  )
  const places = Array.from({ length: 9 }, (_, at) => [-40 + at * 10, 258] as const)
  const tufts = details.includes('fringe') ? stamped('x', tuft, places) : ''
  const one =
    tufts +
    tag(
      'g',
      { 'clip-path': 'url(#e)' },
      tag('path', { d: tail, fill: base }) +
        knit +
        tag('path', { d: tail, fill: 'url(#v)' }) +
        soft(crease('M-50 40C-20 64 20 64 50 40', 22, 0.5) + crease('M-14 40C-10 120-18 200-12 270M20 40C16 120 24 200 20 270', 5, 0.14)),
    )
  const wound = cloth('l', sheet(5.3, row, { drop: (x) => 44 * (1 - (x / 110) ** 2) }), [-16, 100], [], 24, inks)
  return frame(look, {
    view: [20, 26, 360],
    outline:
      tag('path', { d: loop, 'fill-rule': 'evenodd', 'clip-rule': 'evenodd' }) +
      ends.map((transform) => tag('path', { d: tail, transform })).join(''),
    defs:
      clip('e', tag('path', { d: tail })) +
      clip('i', tag('path', { d: over })) +
      veil('v', [
        [0, 0.3],
        [20, 0.04],
        [40, -0.08],
        [62, 0.06],
        [78, -0.03],
        [100, 0.32],
      ]) +
      veil(
        'w',
        [
          [0, 0.34],
          [30, -0.06],
          [60, 0],
          [100, 0.3],
        ],
        { x2: 0, y2: 1 },
      ) +
      tag('g', { id: 'z' }, one),
    body:
      tag('path', { d: loop, fill: shade(base, -0.28), 'fill-rule': 'evenodd' }) +
      tag('path', { d: 'M120 74C150 52 250 52 280 74', class: 'r', fill: 'none', 'stroke-width': 2 }) +
      use('z', ends[1]) +
      use('z', ends[0]) +
      tag(
        'g',
        { 'clip-path': 'url(#i)' },
        tag('path', { d: over, fill: base }) +
          tag('g', { transform: 'translate(200 74)' }, wound) +
          tag('path', { d: over, fill: 'url(#w)' }) +
          soft(
            crease('M104 116C120 150 160 166 200 166M300 112C290 140 260 156 224 160', 5, 0.2) +
              crease('M118 112C136 142 170 152 204 152', 5, 0.12, '#fff') +
              crease('M92 100C86 150 140 190 204 190C262 188 314 158 308 100', 8, 0.4) +
              crease('M152 92C150 112 176 124 200 124C226 124 250 112 248 92', 7, 0.4),
          ),
      ),
  })
}
