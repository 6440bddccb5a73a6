import { bandTile } from '@/lib/drawing/band'
import type { MotifName } from '@/lib/drawing/motifs/library'

const svg = (attributes: string, inner: string) => `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`

/** The shop's mark, as components/shop/mark.tsx has it, 32 by 32: what is full, and what is fainter. */
export const markPaths = {
  full: 'M16 7 8.5 0v6.5L16 13.5l7.5-7V0zM16 25 8.5 18v6.5L16 31.5l7.5-7V18z',
  faint: 'M8.5 16 1 9v6.5L8.5 22.5l7.5-7V9zM23.5 16 16 9v6.5l7.5 7 7.5-7V9z',
}

export const markSvg = (colour: string): string =>
  svg(`viewBox="0 0 32 32" fill="${colour}"`, `<path d="${markPaths.full}"/><path d="${markPaths.faint}" opacity=".62"/>`)

/** A motif knitted sideways as often as it fits, in one colour. */
export function bandSvg(motif: MotifName, colour: string, { width, height }: { width: number; height: number }): string {
  const tile = bandTile(motif)
  const wide = (tile.width * height) / tile.height
  const pattern =
    `<pattern id="p" width="${wide}" height="${height}" patternUnits="userSpaceOnUse">` +
    `<g transform="scale(${height / tile.height})"><path d="${tile.d}"/><path d="${tile.faint}" opacity=".5"/></g></pattern>`
  return svg(
    `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" fill="${colour}"`,
    `<defs>${pattern}</defs><rect width="${width}" height="${height}" fill="url(#p)"/>`,
  )
}

const severalShapes = /<clipPath id="(\w+)">((?:<path[^>]*\/>){2,})<\/clipPath>/g

/**
 * The same drawing for a renderer that makes one path of all shapes in a clip (resvg, librsvg): where two that run
 * opposite ways overlap, they would cancel each other out. As masks they add up, as a browser has it anyway.
 */
export function withoutUnions(drawing: string): string {
  const clips = Array.from(drawing.matchAll(severalShapes), ([, id = '']) => id)
  return clips.reduce(
    (text, id) => text.replaceAll(` clip-path="url(#${id})"`, ` mask="url(#${id})"`),
    drawing.replace(severalShapes, '<mask id="$1"><g fill="#fff">$2</g></mask>'),
  )
}
