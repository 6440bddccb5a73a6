import { lightness, shade } from './wool'
import { tag, use } from './svg'

// Light falls from the upper left. Everything here lies over or under the wool and knows no pattern.

/** The soft shadow on the ground: the outline again and again, each wider and fainter, so that no filter is needed. */
export function groundShadow(outline: string): string {
  const layers = [4, 10, 18, 28].map((width) => tag('use', { href: `#${outline}`, 'stroke-width': width }))
  return tag('g', { transform: 'translate(4 9)', stroke: '#1a120a', 'stroke-linejoin': 'round', 'fill-opacity': 0, opacity: 0.045 * 1.2, 'stroke-opacity': 0.5 }, layers.join(''))
}

/** The wool's own hair along the edge, and a thin light rim that keeps dark garments visible on dark tiles. */
export function halo(outline: string, hex: string): string {
  const dark = lightness(hex) < 0.35
  return (
    tag('use', { href: `#${outline}`, fill: 'none', stroke: shade(hex, dark ? 0.28 : 0.05), 'stroke-width': 3.2, 'stroke-dasharray': '.6 1.3', opacity: 0.6 })
  )
}

export const style = '.t{fill:none;stroke:#000;stroke-opacity:.19;stroke-width:.9}.r{fill:none;stroke:#000;stroke-opacity:.26}.s{fill:none;stroke:#fff;stroke-opacity:.14}'

/** A left-to-right or top-to-bottom veil of shadow; stops are [offset %, opacity of black] or, below zero, of white. */
export function veil(id: string, stops: readonly (readonly [number, number])[], attributes: Record<string, string | number> = {}): string {
  const all = stops.map(([offset, dark]) => tag('stop', { offset: `${offset}%`, 'stop-color': dark < 0 ? '#fff' : '#000', 'stop-opacity': Math.abs(dark) }))
  return tag('linearGradient', { id, ...attributes }, all.join(''))
}

export const clip = (id: string, content: string): string => tag('clipPath', { id }, content)

export { use }
