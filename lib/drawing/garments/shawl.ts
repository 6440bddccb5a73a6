import { sheet } from '../fabric'
import { clip, crease, frame, mirrored, soft, veil } from '../frame'
import { cloth, edgeOf, lookOf, rowsOf } from '../pieces'
import type { Drawing } from '../spec'
import { stamped, tag } from '../svg'

// The three-cornered shawl, spread out: two halves that meet in the spine, their bands along the lower edges.

const half = 'M200 120Q290 132 378 104Q330 170 292 232Q246 320 200 398Z'
const lean = -57.5

const knots = (ink: string) => {
  const d = 'M-3-6C-4 10-1 22-4 44M0-6C1 10-2 24 0 46M3-6C4 8 3 24 5 43'
  const tuft = tag(
    'g',
    { fill: 'none' },
    tag('path', { d, stroke: edgeOf(ink), 'stroke-width': 2.8 }) + tag('path', { d, stroke: ink, 'stroke-width': 1.6 }),
  )
  const places = Array.from({ length: 20 }, (_, at) => {
    const t = (at + 0.5) / 20
    // Along the edge from the point to the corner.
    const x = 200 + 178 * t - 9 * Math.sin(Math.PI * t)
    return [Math.round(x), Math.round(398 - 294 * t + 4 * Math.sin(Math.PI * t))] as const
  })
  return tag('g', { id: 'y' }, stamped('x', tuft, places)) + mirrored('y')
}

export function shawl(drawing: Drawing): string {
  const look = lookOf(drawing)
  const { inks, base, rib } = look
  const { bands, details } = drawing
  const row = 4.2
  const tall = Math.round(rowsOf(bands) * row)
  const knit = cloth('m', sheet(5.4, row), [-196, 8], bands, 66, inks, Math.max(-196, -6 - tall))
  const shape = tag('path', { d: half })
  return frame(look, {
    view: [0, 20, 400],
    outline: shape + tag('path', { d: half, transform: 'matrix(-1 0 0 1 400 0)' }),
    defs:
      clip('e', shape) +
      veil('v', [
        [0, 0.18],
        [30, -0.08],
        [60, 0.06],
        [100, 0.26],
      ]) +
      veil('w', [
        [0, -0.1],
        [100, 0.14],
      ]),
    body:
      (details.includes('fringe') ? knots(rib) : '') +
      tag(
        'g',
        { id: 'k', 'clip-path': 'url(#e)' },
        tag('path', { d: half, fill: base }) +
          tag('g', { transform: `translate(200 398)rotate(${lean})` }, knit) +
          tag('path', { d: half, fill: 'url(#v)' }) +
          soft(
            crease('M230 118C226 200 214 300 204 390M286 124C270 180 250 230 232 300M340 112C320 150 300 180 284 214', 6, 0.16) +
              crease('M256 122C246 200 226 280 214 340M312 120C296 160 276 200 258 240', 6, 0.12, '#fff'),
          ),
      ) +
      mirrored('k') +
      tag('path', { d: 'M200 122V396', stroke: '#000', opacity: 0.35, 'stroke-width': 1.2 }) +
      tag('path', { d: 'M22 104Q110 132 200 120Q290 132 378 104', fill: 'none', stroke: rib, 'stroke-width': 5 }) +
      tag('path', {
        d: 'M22 104Q110 132 200 120Q290 132 378 104',
        fill: 'none',
        class: 'r',
        'stroke-width': 5,
        'stroke-dasharray': '1 2.4',
      }) +
      tag('path', { d: `${half}M200 120Q110 132 22 104Q70 170 108 232Q154 320 200 398Z`, fill: 'url(#w)' }),
  })
}
