import { db } from '@/lib/db'
import { garments } from '@/lib/drawing/spec'
import { wools } from '@/lib/drawing/wool'
import type { Offer } from './filters'

export type Facets = {
  /** What the filters offer: what the shop has words for. */
  readonly offer: Offer
  /** Every garment and colour that occurs, and every value of Product.sizes. */
  readonly every: { readonly garment: readonly string[]; readonly colour: readonly string[]; readonly sizes: readonly bigint[] }
}

/** Those of the values that the table has, in its order. */
const inOrderOf = <T extends string>(table: Record<T, unknown>, values: readonly string[]): T[] =>
  (Object.keys(table) as T[]).filter((name) => values.includes(name))

/** Read from a table of their own: it is as short as the choice is, however many products there are. */
export async function findFacets(categoryId: number): Promise<Facets> {
  const rows = await db().categoryFacet.findMany({ where: { categoryId }, orderBy: [{ position: 'asc' }, { value: 'asc' }] })
  const of = (kind: string) => rows.filter((row) => row.kind === kind).map(({ value }) => value)
  const [garment, colour] = [of('garment'), of('colour')]
  return {
    offer: {
      garment: inOrderOf(garments, garment),
      colour: inOrderOf(wools, colour),
      size: of('size'),
    },
    every: { garment, colour, sizes: of('size_set').map(BigInt) },
  }
}
