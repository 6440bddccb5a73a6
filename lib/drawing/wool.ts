// The shop's yarn shades. A drawing names them by one letter, so that a picture's address stays short.

export type Wool = { readonly code: string; readonly hex: string }

export const wools = {
  // as the sheep wears it
  white: { code: 'w', hex: '#f0eadd' },
  cream: { code: 'c', hex: '#e2d5bd' },
  oat: { code: 'o', hex: '#c8b596' },
  fawn: { code: 'b', hex: '#a08160' },
  morautt: { code: 'm', hex: '#5d4436' },
  lightgrey: { code: 'l', hex: '#cdc9c1' },
  ash: { code: 'a', hex: '#98948e' },
  darkgrey: { code: 'd', hex: '#595653' },
  black: { code: 'k', hex: '#2d2927' },
  // dyed
  lava: { code: 'r', hex: '#a63a22' },
  rust: { code: 'z', hex: '#7f3b26' },
  ember: { code: 'e', hex: '#c66a30' },
  mustard: { code: 's', hex: '#c99a35' },
  straw: { code: 'j', hex: '#dcc98a' },
  moss: { code: 'g', hex: '#6c7440' },
  birch: { code: 'f', hex: '#2f4b3c' },
  lyme: { code: 'x', hex: '#a9b79b' },
  glacier: { code: 'i', hex: '#a5c0cb' },
  fjord: { code: 'u', hex: '#547d92' },
  atlantic: { code: 't', hex: '#1f475a' },
  night: { code: 'n', hex: '#262f45' },
  lupin: { code: 'p', hex: '#6c6299' },
  crowberry: { code: 'y', hex: '#4b2b44' },
  heather: { code: 'h', hex: '#b0697f' },
  fog: { code: 'q', hex: '#bcc7c8' },
} as const satisfies Record<string, Wool>

export type WoolName = keyof typeof wools

const byCode = new Map<string, WoolName>(Object.entries(wools).map(([name, wool]) => [wool.code, name as WoolName]))

export const woolByCode = (code: string): WoolName | undefined => byCode.get(code)

const channels = (hex: string) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16))

const [sun, dusk] = [
  [255, 250, 240],
  [24, 15, 9],
]

/** Moves a colour towards sunlight (amount > 0) or dusk (amount < 0); amount from -1 to 1. */
export function shade(hex: string, amount: number): string {
  const target = amount > 0 ? sun : dusk
  const mixed = channels(hex).map((value, at) => Math.round(value + ((target?.[at] ?? 0) - value) * Math.abs(amount)))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

/** Perceived lightness, 0 (black) to 1 (white). */
export function lightness(hex: string): number {
  const [red = 0, green = 0, blue = 0] = channels(hex)
  return (red * 0.299 + green * 0.587 + blue * 0.114) / 255
}
