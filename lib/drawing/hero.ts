import { ringYoke } from './compose'
import { fan, strip } from './fabric'
import { blur, crease, soft, veil } from './frame'
import { rings, rowsOf } from './pieces'
import { band } from './spec'
import { tag } from './svg'
import { wools } from './wool'

// A yoke seen from straight above: the neck in the middle, and round after round until the picture ends.

const inks = [wools.black.hex, wools.white.hex, wools.ash.hex, wools.lava.hex]
const side = 1200
const row = 8.4
const stitch = 10.4
const neck = 118

const bands = [
  ...ringYoke({ over: 'tick', large: 'leaf', edge: 'rays' }),
  band('seeds', [0, 2, 3], 2),
  band('rising', [0, 3, 1], 2),
  band('sun', [3, 1, 0], 1),
  band('tooth', [0, 3, 1]),
  band('crosses', [0, 1, 2], 2),
]

function ribs(): string {
  const ring = (r: number, attributes: Record<string, string | number>) => tag('circle', { r, fill: 'none', ...attributes })
  return (
    ring(neck - 16, { stroke: inks[0] ?? '', 'stroke-width': 36 }) +
    ring(neck - 16, { stroke: '#000', 'stroke-opacity': 0.35, 'stroke-width': 36, 'stroke-dasharray': '3 6' }) +
    ring(neck - 16, { stroke: '#fff', 'stroke-opacity': 0.12, 'stroke-width': 36, 'stroke-dasharray': '2 7', 'stroke-dashoffset': -5 }) +
    tag('circle', { r: neck - 34, fill: '#1a130f' }) +
    ring(neck - 44, { stroke: '#000', 'stroke-opacity': 0.4, 'stroke-width': 20, 'stroke-dasharray': '3 5' }) +
    ring(neck - 34, { stroke: '#fff', 'stroke-opacity': 0.14, 'stroke-width': 1.5 })
  )
}

/** The picture over the home page: square, dark to its edges, good to crop anywhere. */
export function renderHero(): string {
  const start = neck
  const end = start + rowsOf(bands) * row
  const outer = Math.round((side * 0.72 - end) / row)
  const stitches = Math.round((2 * Math.PI * end) / stitch)
  const style = '.t,.u{fill:none;stroke:#8d8279;stroke-opacity:.3}.t{stroke-width:1.6}.u{stroke-opacity:.2}'
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><style>${style}</style><defs>` +
    veil(
      'v',
      [
        [0, -0.1],
        [45, 0],
        [100, 0.42],
      ],
      { x2: 0.8, y2: 1 },
    ) +
    veil(
      'w',
      [
        [9, 0.55],
        [16, 0],
        [52, 0],
        [100, 0.5],
      ],
      {},
      'radialGradient',
    ) +
    blur('f', 14) +
    `</defs><path d="M0 0h${side}v${side}H0z" fill="${inks[0]}"/>` +
    tag(
      'g',
      { transform: `translate(${side / 2} ${side / 2})` },
      rings('y', bands, start, row, stitch, 0.5, inks) +
        strip('z', fan(stitches, row), end, { rows: outer }, [-stitches / 2, stitches / 2], inks) +
        ribs(),
    ) +
    soft(
      crease(
        'M610 740C640 860 600 980 650 1160M470 690C400 800 330 880 250 1010M745 640C860 690 980 700 1120 790M520 470C440 380 330 330 220 210',
        34,
        0.22,
      ) + crease('M660 740C690 860 650 980 700 1160M430 670C360 780 290 860 210 990M745 590C860 640 980 650 1120 740', 22, 0.09, '#fff'),
    ) +
    `<path d="M0 0h${side}v${side}H0z" fill="url(#w)"/><path d="M0 0h${side}v${side}H0z" fill="url(#v)"/></svg>`
  )
}
