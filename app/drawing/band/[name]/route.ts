import { isBandName, renderBand } from '@/lib/drawing/band'
import { notAPicture, picture } from '../../picture'

/** One repeat of a motif, for dividers and borders: /drawing/band/wave.svg */
export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const { name } = await params
  const motif = name.endsWith('.svg') ? name.slice(0, -'.svg'.length) : ''
  return isBandName(motif) ? picture(renderBand(motif), 'a day') : notAPicture()
}
