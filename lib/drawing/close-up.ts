import { decode, type Garment } from './spec'

// Where on a garment one looks to see how it is made, in percent of its picture from the left and from the top.
const places: Record<Garment, readonly [across: number, down: number]> = {
  sweater: [50, 29],
  cardigan: [58, 28],
  vest: [50, 62],
  hat: [50, 60],
  mittens: [27, 48],
  socks: [58, 36],
  blanket: [50, 70],
  scarf: [38, 76],
  shawl: [50, 46],
  ball: [50, 36],
  skein: [46, 30],
  plate: [50, 46],
  booklet: [48, 60],
}

/** How much of a picture is seen at once, in percent of its width and height: `close-up` of the stylesheet enlarges 2.4 times. */
const seen = [100 / 2.4, 72 / 2.4] as const

/** The place to enlarge a picture about, as CSS has it, so that what one looks for comes to lie in the middle. */
export function closeUpOrigin(spec: string): string {
  const about = (place: number, share: number) => Math.min(100, Math.max(0, Math.round((100 * (place - share / 2)) / (100 - share))))
  const [across, down] = places[decode(spec)?.garment ?? 'sweater']
  return `${about(across, seen[0])}% ${about(down, seen[1])}%`
}
