import { fold } from '../../../lib/catalogue/fold'
import type { Garment } from '../../../lib/drawing/spec'
import type { Item, Pair } from '../catalogue/item'
import { shelves } from '../catalogue/shelves'
import { productRow, type ProductRow } from '../rows'
import { composition } from './compositions'
import { placeName } from './names'

type Kind = { garment: Garment; shelf: string; price: number; step: number; weight: number; text: Pair }

// What is made to order once the hand-made shelves are full; prices and weights are those of its neighbours.
const kinds: readonly Kind[] = [
  {
    garment: 'sweater',
    shelf: 'lopapeysur',
    price: 28900,
    step: 1000,
    weight: 590,
    text: ['Lopapeysa með hringlaga berustykki, prjónuð úr léttlopa.', 'A sweater with a round yoke, knitted from léttlopi.'],
  },
  {
    garment: 'hat',
    shelf: 'hufur',
    price: 5900,
    step: 500,
    weight: 100,
    text: ['Hlý húfa með munsturbekk hringinn um kring.', 'A warm hat with a patterned band all the way round.'],
  },
  {
    garment: 'mittens',
    shelf: 'vettlingar',
    price: 5900,
    step: 400,
    weight: 90,
    text: ['Tvíbanda belgvettlingar með sléttum þumli.', 'Stranded mittens with a plain thumb.'],
  },
  {
    garment: 'cardigan',
    shelf: 'golftreyjur',
    price: 32900,
    step: 1000,
    weight: 640,
    text: ['Hneppt golftreyja, prjónuð í hring og klippt upp.', 'A buttoned cardigan, knitted in the round and cut open.'],
  },
  {
    garment: 'socks',
    shelf: 'sokkar',
    price: 4900,
    step: 400,
    weight: 105,
    text: ['Ullarsokkar með styrktum hæl og tá.', 'Wool socks with a reinforced heel and toe.'],
  },
  {
    garment: 'vest',
    shelf: 'vesti',
    price: 20900,
    step: 500,
    weight: 360,
    text: ['Þverröndótt vesti með V-hálsmáli.', 'A banded vest with a V-neck.'],
  },
  {
    garment: 'blanket',
    shelf: 'teppi',
    price: 18900,
    step: 1500,
    weight: 1200,
    text: ['Teppi með munsturbekkjum og hnýttu kögri.', 'A blanket with patterned bands and a knotted fringe.'],
  },
  {
    garment: 'scarf',
    shelf: 'sjol-og-treflar',
    price: 9900,
    step: 500,
    weight: 230,
    text: ['Langur trefill með munstri í báða enda.', 'A long scarf, patterned at both ends.'],
  },
  {
    garment: 'ball',
    shelf: 'garn',
    price: 1290,
    step: 100,
    weight: 50,
    text: ['Léttlopi í dokku, einfaldur þráður.', 'Léttlopi by the ball, a single strand.'],
  },
]

const middles: readonly Pair[] = [
  ['Ullin er þvegin og spunnin hér á landi.', 'The wool is scoured and spun in Iceland.'],
  ['Munstrið er teiknað sérstaklega og ekki til annars staðar.', 'The chart was drawn for it and is found nowhere else.'],
  ['Bandið er ólitað þar sem því verður við komið.', 'The yarn is left undyed wherever that will do.'],
  ['Frágangur er unninn í höndunum.', 'The finishing is done by hand.'],
]
const ends: readonly Pair[] = [
  ['Mýkist við notkun og heldur lögun.', 'It softens with wear and keeps its shape.'],
  ['Dugar árum saman sé hún viðruð oftar en hún er þvegin.', 'Air it more often than you wash it and it lasts for years.'],
  ['Litirnir eru sóttir í landið í kring.', 'The colours come from the land around.'],
]

const at = <T>(of: readonly T[], n: number): T => of[n % of.length] as T

const shelfOf = new Map(shelves.map((shelf) => [shelf.slug, shelf]))

const slugOf = (name: string, { garment }: Kind) => `${fold(name).replace(/[^a-z0-9]+/g, '-')}-${garment}`

/** The address of the n-th composed product, without composing it. */
export function moreSlug(n: number): string {
  return slugOf(placeName(Math.floor(n / kinds.length))[0], at(kinds, n))
}

/** Numbers for one product that look thrown, the same every time: each asks for its own place. */
function dice(n: number): (place: number, sides: number) => number {
  return (place, sides) => {
    let mixed = Math.imul(n + 1, 0x9e3779b1) ^ Math.imul(place + 1, 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
    mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39)
    return ((mixed ^ (mixed >>> 15)) >>> 0) % sides
  }
}

/** One in twelve is all gone; of the others a size now and then. */
const stockOf = (throwDie: ReturnType<typeof dice>, sizes: readonly string[]): number[] => {
  const gone = throwDie(1, 12) === 0
  return sizes.map((_, place) => (gone || throwDie(10 + place, 6) === 0 ? 0 : 1 + throwDie(30 + place, 24)))
}

/** Most are made in every size; some leave out the smallest, some the largest. */
const sizesOf = (sizes: readonly string[], way: number): readonly string[] =>
  sizes.length < 4 || way > 1 ? sizes : way === 0 ? sizes.slice(1) : sizes.slice(0, -1)

function moreProduct(n: number): ProductRow {
  const kind = at(kinds, n)
  const shelf = shelfOf.get(kind.shelf)
  if (!shelf) throw new Error(`no shelf ${kind.shelf}`)
  const throwDie = dice(n)
  const turn = Math.floor(n / kinds.length)
  const name = placeName(turn)
  const [middle, end] = [at(middles, turn), at(ends, turn)]
  const sizes = sizesOf(shelf.sizes, throwDie(2, 8))
  const item: Item = {
    slug: slugOf(name[0], kind),
    name,
    text: [`${kind.text[0]} ${middle[0]} ${end[0]}`, `${kind.text[1]} ${middle[1]} ${end[1]}`],
    price: kind.price + throwDie(3, 12) * kind.step + throwDie(4, 5) * 100,
    weight: kind.weight + throwDie(5, 9) * 5,
    drawing: composition(kind.garment, n),
    sizes,
    stock: stockOf(throwDie, sizes),
  }
  // Few are bought often and most hardly ever, all of them less than what lies on the hand-made shelves.
  return productRow(shelf, item, Math.floor(500 * (throwDie(6, 10_007) / 10_007) ** 5))
}

/** `count` composed products from the `from`-th on; the same numbers always give the same products. */
export const moreProducts = (from: number, count: number): ProductRow[] =>
  Array.from({ length: count }, (_, index) => moreProduct(from + index))
