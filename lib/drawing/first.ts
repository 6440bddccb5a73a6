import { draw, framed, openYoke, striped } from './compose'
import { band, type Band, type Drawing, type Garment } from './spec'

const bandsOf: Record<Garment, () => Band[]> = {
  sweater: () => openYoke({ large: 'leaf', edge: 'teeth' }),
  cardigan: () => openYoke({ large: 'leaf', edge: 'teeth' }),
  vest: () => striped('wave', 'crosses', 'wave'),
  hat: () => framed('star', 'tick'),
  mittens: () => framed('star', 'tick'),
  socks: () => framed('diamond', 'tick'),
  blanket: () => framed('snowflake', 'zigzag'),
  scarf: () => framed('snowflake', 'zigzag'),
  shawl: () => framed('feather', 'tick'),
  ball: () => [band('lice', [1, 2, 0])],
  skein: () => [band('lice', [1, 2, 0])],
  plate: () => [],
  booklet: () => openYoke({ large: 'leaf', edge: 'teeth' }),
}

/** What a new product of this kind looks like until somebody draws it. */
export const firstDrawing = (garment: Garment): Drawing => draw(garment, 'lightgrey atlantic fjord white', bandsOf[garment]())
