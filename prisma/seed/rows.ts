import { fold } from '../../lib/catalogue/fold'
import { searchable, wordsOfDrawing } from '../../lib/catalogue/search-text'
import { encode } from '../../lib/drawing/spec'
import type { Item, Shelf } from './catalogue/item'

export type VariantRow = { sku: string; size: string; position: number; on_hand: number }

export type ProductRow = {
  category: string
  slug: string
  name_is: string
  name_en: string
  description_is: string
  description_en: string
  price: number
  vat_rate: number
  drawing: string
  garment: string
  colour: string
  weight: number
  search_text: string
  popularity: number
  variants: VariantRow[]
}

const skuOf = (slug: string, size: string) => `${slug}-${fold(size).replace(/[^a-z0-9]+/g, '-')}`.replace(/-+$/, '').toUpperCase()

/** An item of a shelf as the database keeps it; `popularity` is how often it is assumed to have been bought. */
export function productRow(shelf: Shelf, item: Item, popularity: number): ProductRow {
  const { garment, palette } = item.drawing
  const colour = palette[0] ?? 'white'
  const sizes = item.sizes ?? shelf.sizes
  return {
    category: shelf.slug,
    slug: item.slug,
    name_is: item.name[0],
    name_en: item.name[1],
    description_is: item.text[0],
    description_en: item.text[1],
    price: item.price,
    vat_rate: shelf.vatRate,
    drawing: encode(item.drawing),
    garment,
    colour,
    weight: item.weight,
    search_text: searchable([...item.name, ...shelf.name, ...shelf.kind, ...wordsOfDrawing(item.drawing)]),
    popularity,
    variants: sizes.map((size, position) => ({ sku: skuOf(item.slug, size), size, position, on_hand: item.stock[position] ?? 0 })),
  }
}
