import { renderDrawing } from '@/lib/drawing/render'
import { decode } from '@/lib/drawing/spec'
import { notAPicture, picture } from '../picture'

/** A product's picture. Its address holds the whole drawing: what it shows can never change. */
export async function GET(_request: Request, { params }: { params: Promise<{ spec: string }> }): Promise<Response> {
  const { spec } = await params
  const drawing = spec.endsWith('.svg') ? decode(spec.slice(0, -'.svg'.length)) : null
  return drawing ? picture(renderDrawing(drawing), 'forever') : notAPicture()
}
