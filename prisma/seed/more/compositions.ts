import { draw, fadingYoke, framed, openYoke, ringYoke, striped } from '../../../lib/drawing/compose'
import type { edges } from '../../../lib/drawing/motifs/edges'
import { large } from '../../../lib/drawing/motifs/large'
import { small } from '../../../lib/drawing/motifs/small'
import { band, type Band, type Drawing, type Garment } from '../../../lib/drawing/spec'

// Combinations that hold together: a ground, a pattern that stands out from it, a second and an accent.
export const palettes =
  `black white ash lava|white morautt fawn lava|lightgrey atlantic fjord mustard|night white glacier straw|darkgrey white ash ember
  |moss cream straw crowberry|birch cream lyme mustard|ash black white lava|atlantic cream glacier mustard|mustard white rust morautt
  |morautt cream oat ember|crowberry fog heather straw|glacier night white fjord|cream rust moss black|lava white black straw
  |fog night fjord lava|oat black morautt cream|lupin fog cream crowberry|rust cream oat black|lyme birch cream rust
  |white black ash lightgrey|fjord white night straw|heather cream crowberry lyme|straw morautt rust moss|fawn cream morautt black`
    .split('|')
    .map((shades) => shades.trim())

const names = <T extends object>(table: T) => Object.keys(table) as (keyof T)[]
const larges = names(large)
const smalls = names(small).filter((name) => name !== 'runes')
const edging = ['tooth', 'teeth', 'icicle', 'rays', 'drip', 'scallop', 'hail'] as const satisfies readonly (keyof typeof edges)[]
const yokes = [ringYoke, openYoke, fadingYoke]

/** Reads a number digit by digit, each digit in a base of its own: every number is another composition. */
function digits(n: number): <T>(of: readonly T[]) => T {
  let rest = n
  return (of) => {
    const choice = of[rest % of.length]
    rest = Math.floor(rest / of.length)
    if (choice === undefined) throw new RangeError('nothing to choose from')
    return choice
  }
}

function bandsFor(garment: Garment, choose: ReturnType<typeof digits>): Band[] {
  if (garment === 'sweater' || garment === 'cardigan')
    return choose(yokes)({ large: choose(larges), edge: choose(edging), over: choose(smalls) })
  if (garment === 'vest')
    return [...striped(choose(smalls), choose(smalls), choose(smalls)), ...striped(choose(smalls), choose(smalls), choose(smalls))]
  if (garment === 'ball' || garment === 'skein') return [band(choose(smalls), [1, 2, 0])]
  return framed(choose(larges), choose(smalls))
}

/** Numbers in a row, far apart: by a prime and a stride, so that none comes twice in a million. */
const scattered = (n: number): number => ((n + 1) * 618_033) % 1_000_003

/** The n-th drawing of a garment. */
export function composition(garment: Garment, n: number): Drawing {
  const choose = digits(scattered(n))
  const shades = choose(palettes)
  const bands = bandsFor(garment, choose)
  const details =
    garment === 'blanket' || garment === 'scarf' ? (['fringe'] as const) : garment === 'hat' && n % 2 ? (['pompom'] as const) : []
  const trim = garment === 'sweater' || garment === 'cardigan' || garment === 'vest' ? [band(choose(smalls), [0, 1, 2], 1)] : []
  return draw(garment, shades, bands, { rib: choose([0, 1, 0, 2]), trim, details: [...details] })
}
