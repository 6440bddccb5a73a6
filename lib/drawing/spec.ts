import { motifByCode, motifs, type MotifName } from './motifs/library'
import { woolByCode, wools, type WoolName } from './wool'

// A drawing as text: "1sw0-wkr-ca0010ba1102-aa0010-r". The address of a picture holds the whole picture, so it needs
// no database and can be cached for ever. The first digit is the version; a new meaning takes a new one.

export const garments = {
  sweater: 'sw',
  cardigan: 'ca',
  vest: 've',
  hat: 'ha',
  mittens: 'mi',
  socks: 'so',
  blanket: 'bl',
  scarf: 'sc',
  shawl: 'sh',
  ball: 'ba',
  skein: 'sk',
  plate: 'pl',
  booklet: 'bo',
} as const
export type Garment = keyof typeof garments

export const details = {
  rolled: 'r', // a high, folded collar
  pompom: 'p',
  flaps: 'e', // a hat's ear flaps
  fringe: 'f',
  heather: 'h', // flecked yarn
  buttons: 'b', // pewter rather than horn
} as const
export type Detail = keyof typeof details

/** Places in the palette: the band's ground, its `x` and its `o`. */
export type BandColours = readonly [ground: number, pattern: number, second: number]
export type Band = { readonly motif: MotifName; readonly gap: number; readonly colours: BandColours }

export type Drawing = {
  readonly garment: Garment
  /** Two to six shades; the first is the garment's own. */
  readonly palette: readonly WoolName[]
  /** Place in the palette of cuffs, hem and collar. */
  readonly rib: number
  /** From the neck (or the top) down; `gap` is plain rows before the band, 0 to 9. */
  readonly bands: readonly Band[]
  /** Repeated above the cuffs and the hem. */
  readonly trim: readonly Band[]
  readonly details: readonly Detail[]
}

/** How much a drawing may hold, so that its address stays short. */
export const limits = { palette: 6, bands: 9, trim: 3 }

export const band = (motif: MotifName, colours: BandColours, gap = 0): Band => ({ motif, gap, colours })

const encodeBands = (bands: readonly Band[]) =>
  bands.map(({ motif, gap, colours }) => `${motifs[motif].code}${gap}${colours.join('')}`).join('')

/** The drawing's address text: letters, digits and `-` only. */
export function encode(drawing: Drawing): string {
  const palette = drawing.palette.map((name) => wools[name].code).join('')
  const extras = drawing.details
    .map((name) => details[name])
    .sort()
    .join('')
  return [`1${garments[drawing.garment]}${drawing.rib}`, palette, encodeBands(drawing.bands), encodeBands(drawing.trim), extras].join('-')
}

function decodeBands(text: string): Band[] | null {
  const parts = text.match(/[a-z]{2}\d{4}/g) ?? []
  if (parts.join('') !== text) return null
  const bands: Band[] = []
  for (const part of parts) {
    const motif = motifByCode(part.slice(0, 2))
    if (!motif) return null
    const [gap = 0, ground = 0, pattern = 0, second = 0] = [...part.slice(2)].map(Number)
    bands.push({ motif, gap, colours: [ground, pattern, second] })
  }
  return bands
}

const nameOf = <Name extends string>(table: Record<Name, string>, code: string | undefined): Name | undefined =>
  (Object.keys(table) as Name[]).find((name) => table[name] === code)

function decodeList<Name>(text: string, one: (code: string) => Name | undefined): Name[] | null {
  const names = [...text].map(one)
  return names.every((name) => name !== undefined) ? (names as Name[]) : null
}

/** The drawing a text stands for, or null for any text that `encode` would not have written. */
export function decode(text: string): Drawing | null {
  const [, code, rib, shades, main, edge, extras] = /^1([a-z]{2})(\d)-([a-z]+)-([a-z\d]*)-([a-z\d]*)-([a-z]*)$/.exec(text) ?? []
  const garment = nameOf(garments, code)
  const palette = decodeList(shades ?? '', woolByCode)
  const bands = decodeBands(main ?? '')
  const trim = decodeBands(edge ?? '')
  const chosen = decodeList(extras ?? '', (letter) => nameOf(details, letter))
  if (!garment || !palette || !bands || !trim || !chosen) return null
  if (palette.length < 2 || palette.length > limits.palette || bands.length > limits.bands || trim.length > limits.trim) return null
  const places = [Number(rib), ...[...bands, ...trim].flatMap(({ colours }) => colours)]
  if (places.some((place) => place >= palette.length)) return null
  const drawing = { garment, palette, rib: Number(rib), bands, trim, details: chosen }
  // One picture, one address: "details twice" or "details unsorted" would be a second one.
  return encode(drawing) === text && new Set(chosen).size === chosen.length ? drawing : null
}

/** Where a drawing's picture is served. */
export const drawingSrc = (spec: string): string => `/drawing/${spec}.svg`

/** Where its knitting chart is. */
export const chartSrc = (spec: string): string => `/drawing/${spec}/chart.svg`
