import { ball } from './garments/ball'
import { blanket } from './garments/blanket'
import { booklet } from './garments/booklet'
import { hat } from './garments/hat'
import { mittens } from './garments/mittens'
import { plate } from './garments/plate'
import { roundYoke } from './garments/round-yoke'
import { scarf } from './garments/scarf'
import { shawl } from './garments/shawl'
import { skein } from './garments/skein'
import { socks } from './garments/socks'
import { vest } from './garments/vest'
import { decode, type Drawing, type Garment } from './spec'

const renderers: Record<Garment, (drawing: Drawing) => string> = {
  sweater: roundYoke,
  cardigan: roundYoke,
  vest,
  hat,
  mittens,
  socks,
  blanket,
  scarf,
  shawl,
  ball,
  skein,
  plate,
  booklet,
}

/** The picture of a drawing as SVG, 400 × 500. Throws for a text that is no drawing: ask `decode` first. */
export function renderDrawing(of: string | Drawing): string {
  const drawing = typeof of === 'string' ? decode(of) : of
  if (!drawing) throw new TypeError('not a drawing')
  return renderers[drawing.garment](drawing)
}
