import type { Drawing } from '../../../lib/drawing/spec'

/** Words for the same thing: Icelandic, then English. */
export type Pair = readonly [is: string, en: string]

export type Item = {
  readonly slug: string
  readonly name: Pair
  readonly text: Pair
  /** Whole krónur, VAT included. */
  readonly price: number
  /** Grams. */
  readonly weight: number
  readonly drawing: Drawing
  /** On the shelf, size by size; the sizes are the shelf's unless named. */
  readonly stock: readonly number[]
  readonly sizes?: readonly string[]
}

export type Shelf = {
  readonly slug: string
  readonly name: Pair
  readonly text: Pair
  readonly vatRate: 24 | 11
  /** What the thing is called, for the search. */
  readonly kind: Pair
  readonly sizes: readonly string[]
  /** The most popular first. */
  readonly items: readonly Item[]
}
