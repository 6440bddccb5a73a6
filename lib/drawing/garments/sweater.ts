import { fan, sheet, strip, stripOf, type Strip } from '../fabric'
import { clip, groundShadow, halo, style, veil } from '../light'
import { chartWidth } from '../motifs/chart'
import { motifs } from '../motifs/library'
import { tag, use } from '../svg'
import { lightness, shade, wools } from '../wool'
import type { Band, Drawing } from '../spec'

// The round-yoked sweater, laid out flat: two sleeves, a body, and over all three the yoke, a fan of bands about the neck.

const body = 'M156 72C140 80 112 92 96 103C92 140 97 180 101 214C104 280 101 330 98 400Q200 412 302 400C299 330 296 280 299 214C303 180 308 140 304 103C288 92 260 80 244 72Q200 122 156 72Z'
const sleeve = 'M268 80C290 90 306 97 316 110C334 134 343 172 350 212L376 362Q356 372 334 372L298 216C290 180 280 130 268 80Z'
const neck = { x: 200, y: 36 }
const yokeRow = 4.2

function yoke(bands: readonly Band[], inks: readonly string[]): string {
  let radius = 57
  let drawn = ''
  bands.forEach((band, index) => {
    const part = stripOf(band)
    const depth = part.rows * yokeRow
    const width = chartWidth(motifs[band.motif])
    const repeats = Math.round((2 * Math.PI * (radius + depth * 0.55)) / (5.3 * width))
    const stitches = repeats * width
    const reach = Math.ceil(stitches * 0.19)
    const ground = inks[band.colours[0]]
    if (band.colours[0] !== 0) drawn += tag('circle', { r: Math.round(radius + depth / 2 + 1), fill: 'none', stroke: ground, 'stroke-width': depth - 2 })
    drawn += strip(`y${index}`, fan(stitches, yokeRow), radius, part, [-reach, reach], inks)
    radius += depth
  })
  return tag('g', { 'clip-path': 'url(#a)' }, tag('g', { transform: `translate(${neck.x} ${neck.y})` }, drawn))
}

function down(id: string, bands: readonly Band[], grid: ReturnType<typeof sheet>, top: number, bottom: number, columns: number, inks: readonly string[]): string {
  const trims = bands.map(stripOf)
  const trimRows = trims.reduce((sum, { rows }) => sum + rows, 0)
  const plain: Strip = { rows: Math.floor((bottom - top) / grid.row) - trimRows }
  let y = top
  return [plain, ...trims]
    .map((part, index) => {
      const drawn = strip(`${id}${index}`, grid, y, part, [-columns, columns], inks)
      y += part.rows * grid.row
      return drawn
    })
    .join('')
}

export function sweater({ palette, bands, trim, rib }: Drawing): string {
  const inks = palette.map((name) => wools[name].hex)
  const base = inks[0] ?? ''
  const ribInk = inks[rib] ?? base
  const deep = shade(base, -0.45)
  const rim = lightness(base) < 0.3 ? 0.34 : 0.16
  const defs =
    tag('path', { id: 'b', d: body }) +
    tag('path', { id: 's', d: sleeve }) +
    tag('g', { id: 'o' }, use('b') + use('s') + use('s', 'matrix(-1 0 0 1 400 0)')) +
    clip('a', use('b') + use('s') + use('s', 'matrix(-1 0 0 1 400 0)')) +
    clip('c', use('s')) +
    clip('e', use('b')) +
    veil('v', [[0, 0.3], [16, 0.08], [38, -0.06], [70, 0.03], [88, 0.1], [100, 0.34]]) +
    veil('w', [[0, 0.34], [22, 0.1], [55, -0.05], [100, 0.22]], { x2: 1, y2: 0.16 }) +
    tag('filter', { id: 'f', x: -0.5, y: -0.5, width: 2, height: 2 }, tag('feGaussianBlur', { stdDeviation: 5 }))
  const arm =
    tag('g', { 'clip-path': 'url(#c)' },
      tag('path', { fill: base, d: sleeve }) +
      tag('g', { transform: 'translate(304 96)rotate(-11)' }, down('l', trim, sheet(5.1, 4), 40, 266, 9, inks)) +
      tag('path', { fill: 'url(#w)', d: sleeve }),
    ) + cuff(ribInk)
  const torso =
    tag('g', { 'clip-path': 'url(#e)' },
      tag('path', { fill: base, d: body }) +
      tag('g', { transform: 'translate(200 0)' }, down('m', trim, sheet(5.1, 4, 7, 104), 150, 394, 21, inks)) +
      tag('path', { fill: 'url(#v)', d: body }),
    ) + hem(ribInk)
  const shadows =
    tag('g', { 'clip-path': 'url(#a)', fill: 'none', stroke: '#000', 'stroke-linecap': 'round' },
      tag('g', { filter: 'url(#f)' },
        tag('path', { d: 'M299 222C297 190 300 165 307 140M101 222C103 190 100 165 93 140', 'stroke-width': 9, opacity: 0.4 }) +
        tag('path', { d: 'M286 250C262 292 268 330 250 372M118 262C140 300 132 340 148 386M292 226C270 240 255 244 236 246M108 226C128 238 140 243 158 246', 'stroke-width': 7, opacity: 0.13 }) +
        tag('path', { d: 'M272 250C252 292 256 330 238 372M130 262C152 300 146 340 160 386', 'stroke-width': 6, opacity: 0.1, stroke: '#fff' }),
      ) +
      tag('path', { d: 'M299 214C297 195 299 178 302 164M101 214C103 195 101 178 98 164', 'stroke-width': 1, opacity: 0.35 }),
    )
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 500"><style>${style}</style><defs>${defs}</defs>` +
    groundShadow('o') + halo('o', base) + back(deep, ribInk) +
    tag('g', { id: 'k' }, arm) + use('k', 'matrix(-1 0 0 1 400 0)') + torso + yoke(bands, inks) + shadows +
    tag('g', { 'clip-path': 'url(#a)' }, tag('use', { href: '#o', fill: 'none', stroke: '#fff', 'stroke-width': 2.4, opacity: rim })) +
    collar(ribInk) +
    '</svg>'
  )
}

function ribbed(d: string, ink: string, width: number, pitch = 4.6): string {
  return (
    tag('path', { d, fill: 'none', stroke: ink, 'stroke-width': width }) +
    tag('path', { class: 'r', d, 'stroke-width': width, 'stroke-dasharray': `1.5 ${pitch - 1.5}` }) +
    tag('path', { class: 's', d, 'stroke-width': width, 'stroke-dasharray': `1.2 ${pitch - 1.2}`, 'stroke-dashoffset': -2.4 })
  )
}

const hem = (ink: string) => ribbed('M99 411Q200 423 301 411', ink, 25)
const cuff = (ink: string) => ribbed('M334 379Q358 379 377 369', ink, 19)
const collar = (ink: string) => ribbed('M157.5 66A52 52 0 0 0 242.500 66', ink, 13, 4.2)
const back = (deep: string, ink: string) =>
  tag('path', { fill: deep, d: 'M152 70Q200 46 248 70L240 100H160Z' }) + ribbed('M155 66Q200 50 245 66', shade(ink, -0.25), 12, 4.2)
