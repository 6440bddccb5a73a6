import { sweater } from './garments/sweater'
import { decode, type Drawing } from './spec'

/** The picture of a drawing as SVG, 4 : 5. Throws for a text that is no drawing: ask `decode` first. */
export function renderDrawing(of: string | Drawing): string {
  const drawing = typeof of === 'string' ? decode(of) : of
  if (!drawing) throw new TypeError('not a drawing')
  return sweater(drawing)
}
