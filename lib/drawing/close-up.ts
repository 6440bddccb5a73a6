import { decode, type Garment } from './spec'

// Where on a garment one looks to see how it is made, in percent of its picture from the left and from the top.
const places: Record<Garment, readonly [across: number, down: number]> = {
  sweater: [50, 25],
  cardigan: [62, 25],
  vest: [50, 62],
  hat: [50, 66],
  mittens: [27, 48],
  socks: [58, 36],
  blanket: [50, 76],
  scarf: [38, 76],
  shawl: [50, 48],
  ball: [50, 46],
  skein: [46, 30],
  plate: [50, 46],
  booklet: [48, 60],
}

/** As often as `close-up` of the stylesheet enlarges. */
const scale = 2.4

/** The place to enlarge a picture about, as CSS has it, so that what one looks for comes to lie in the middle. */
export function closeUpOrigin(spec: string): string {
  const about = (place: number) => Math.min(100, Math.max(0, Math.round((place - 50 / scale) / (1 - 1 / scale))))
  return places[decode(spec)?.garment ?? 'sweater'].map((place) => `${about(place)}%`).join(' ')
}
