import type { Detail, Garment } from './spec'

type Parts = {
  readonly details: readonly Detail[]
  /** Which bands its picture shows. */ readonly bands: boolean
  readonly trim: boolean
  readonly rib: boolean
}

const knitted = { bands: true, trim: false, rib: true }

/** What a picture of each garment shows; the rest of a drawing is kept and not seen. Tests hold it to the pictures. */
export const parts: Record<Garment, Parts> = {
  sweater: { ...knitted, trim: true, details: ['rolled', 'heather'] },
  cardigan: { ...knitted, trim: true, details: ['rolled', 'buttons', 'heather'] },
  vest: { ...knitted, trim: true, details: ['heather'] },
  hat: { ...knitted, details: ['pompom', 'flaps', 'heather'] },
  mittens: { ...knitted, details: ['heather'] },
  socks: { ...knitted, details: ['heather'] },
  blanket: { ...knitted, details: ['fringe', 'heather'] },
  scarf: { ...knitted, details: ['fringe', 'heather'] },
  shawl: { ...knitted, details: ['fringe', 'heather'] },
  ball: { bands: true, trim: false, rib: false, details: ['heather'] },
  skein: { bands: true, trim: false, rib: false, details: ['heather'] },
  plate: { bands: false, trim: false, rib: false, details: ['heather'] },
  booklet: { bands: true, trim: false, rib: false, details: ['heather'] },
}
