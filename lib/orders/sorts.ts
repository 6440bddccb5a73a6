// How a list of orders is sorted, and how its pages follow each other: by where the last one ended.
import type { Prisma } from '@/lib/db'

export const orderSorts = ['newest', 'oldest', 'amount'] as const
export type OrderSort = (typeof orderSorts)[number]

type Place = { readonly number: number; readonly total: number }
type Sorting = {
  /** An order's place in the list, as it stands in an address. */
  readonly keyOf: (order: Place) => string
  readonly orderBy: (backwards: boolean) => Prisma.OrderOrderByWithRelationInput[]
  /** What comes after a key, or before it. */
  readonly beyond: (place: Place, backwards: boolean) => Prisma.OrderWhereInput
}

const way = (falling: boolean) => (falling ? 'desc' : 'asc')
const than = (falling: boolean, value: number) => (falling ? { lt: value } : { gt: value })

/** Numbers rise with time. */
const byNumber = (falling: boolean): Sorting => ({
  keyOf: ({ number }) => String(number),
  orderBy: (backwards) => [{ number: way(falling !== backwards) }],
  beyond: ({ number }, backwards) => ({ number: than(falling !== backwards, number) }),
})

/** The dearest first; of equal ones the newest. */
const byAmount: Sorting = {
  keyOf: ({ total, number }) => `${total}.${number}`,
  orderBy: (backwards) => [{ total: way(!backwards) }, { number: way(!backwards) }],
  beyond: ({ total, number }, backwards) => ({
    // The first of these is what an index can begin at.
    total: backwards ? { gte: total } : { lte: total },
    OR: [{ total: than(!backwards, total) }, { total, number: than(!backwards, number) }],
  }),
}

export const sortings: Readonly<Record<OrderSort, Sorting>> = { newest: byNumber(true), oldest: byNumber(false), amount: byAmount }

const largest = 2_147_483_647

/** The place a key names in a list so sorted; undefined for what is none: then a list begins at its top. */
export function placeOf(sort: OrderSort, key: string | undefined): Place | undefined {
  const [, total, number] = /^(?:(\d{1,10})\.)?([1-9]\d{0,9})$/.exec(key ?? '') ?? []
  if (number === undefined || (sort === 'amount') !== (total !== undefined)) return undefined
  const place = { total: Number(total ?? 0), number: Number(number) }
  return place.total <= largest && place.number <= largest ? place : undefined
}
