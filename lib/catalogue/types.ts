/** A category of the shop with its names in the reader's language. */
export type Category = {
  readonly slug: string
  readonly name: string
  readonly description: string
}

/** A product as a list shows it. */
export type ProductCard = {
  readonly id: number
  readonly slug: string
  readonly name: string
  /** The name of its category. */
  readonly shelf: string
  /** Whole krónur, VAT included. */
  readonly price: number
  /** The encoded drawing, see lib/drawing. */
  readonly drawing: string
  readonly soldOut: boolean
}

export type StockState = 'in_stock' | 'few_left' | 'sold_out'

export type Size = {
  readonly variantId: number
  readonly size: string
  /** How many can be bought now. */
  readonly available: number
  readonly stock: StockState
}

export type Product = Omit<ProductCard, 'soldOut' | 'shelf'> & {
  readonly description: string
  readonly category: Category
  /** Percent. */
  readonly vatRate: number
  readonly garment: string
  readonly colour: string
  /** Grams. */
  readonly weight: number
  readonly sizes: readonly Size[]
}
