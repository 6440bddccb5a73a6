// What a list may be narrowed to, as its address says it: ?garment=hat&colour=moss&colour=birch&size=M&from=5000&to=9000&stock=1
import { z } from 'zod'
import type { Garment } from '@/lib/drawing/spec'
import type { WoolName } from '@/lib/drawing/wool'
import { sorts, type Sort } from './paging'

export const choiceKinds = ['garment', 'colour', 'size'] as const
export type ChoiceKind = (typeof choiceKinds)[number]

/** What the products of a category differ in, in the order it is offered. */
export type Offer = { readonly garment: readonly Garment[]; readonly colour: readonly WoolName[]; readonly size: readonly string[] }

/** Several choices of one kind widen a list; different kinds narrow each other. */
export type Filters = Offer & {
  /** Whole krónur, both ends included. */
  readonly from: number | null
  readonly to: number | null
  /** Only what can be bought now; with sizes chosen, in one of those. */
  readonly inStock: boolean
}

export type ListChoice = { readonly sort: Sort; readonly filters: Filters }

export const noFilters: Filters = { garment: [], colour: [], size: [], from: null, to: null, inStock: false }

export const isFiltered = ({ garment, colour, size, from, to, inStock }: Filters): boolean =>
  garment.length + colour.length + size.length > 0 || from !== null || to !== null || inStock

type Query = Readonly<Record<string, string | string[] | undefined>>

const krona = z
  .string()
  .trim()
  // As people write it: 12.900, 12 900 or 12900.
  .transform((text) => text.replace(/[.\s]/g, ''))
  .pipe(z.string().regex(/^\d{1,9}$/))
  .transform(Number)
  .nullable()
  .catch(null)

const chosen = <T extends string>(value: Query[string], offered: readonly T[]): T[] => {
  const asked = new Set<string>(typeof value === 'string' ? [value] : (value ?? []))
  return offered.filter((each) => asked.has(each))
}

/** Whatever an address says, a list is narrowed to something that exists: what is unknown is left out. */
export function readFilters(query: Query, offer: Offer): Filters {
  const from = krona.parse(query.from)
  const to = krona.parse(query.to)
  // Two prices the wrong way round are meant the right way round.
  const turned = from !== null && to !== null && from > to
  return {
    garment: chosen(query.garment, offer.garment),
    colour: chosen(query.colour, offer.colour),
    size: chosen(query.size, offer.size),
    from: turned ? to : from,
    to: turned ? from : to,
    inStock: query.stock === '1',
  }
}

/** The words after the question mark, without it; the same list always has the same address. */
export function writeChoice({ sort, filters }: ListChoice, page: { after?: string; before?: string } = {}): string {
  const params = new URLSearchParams()
  if (sort !== sorts[0]) params.set('sort', sort)
  for (const kind of choiceKinds) for (const value of filters[kind]) params.append(kind, value)
  if (filters.from !== null) params.set('from', String(filters.from))
  if (filters.to !== null) params.set('to', String(filters.to))
  if (filters.inStock) params.set('stock', '1')
  if (page.after) params.set('after', page.after)
  if (page.before) params.set('before', page.before)
  return params.toString()
}

/** One thing a shopper chose, and what is left without it. */
export type Chosen = { readonly kind: ChoiceKind | 'price' | 'inStock'; readonly value: string; readonly without: Filters }

export function chosenOf(filters: Filters): Chosen[] {
  const { from, to, inStock } = filters
  return [
    ...choiceKinds.flatMap((kind) =>
      filters[kind].map((value) => ({ kind, value, without: { ...filters, [kind]: filters[kind].filter((each) => each !== value) } })),
    ),
    ...(from === null && to === null ? [] : [{ kind: 'price' as const, value: '', without: { ...filters, from: null, to: null } }]),
    ...(inStock ? [{ kind: 'inStock' as const, value: '', without: { ...filters, inStock: false } }] : []),
  ]
}
