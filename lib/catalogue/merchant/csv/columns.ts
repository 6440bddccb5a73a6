import type { ProductFields } from '../fields'

/** A line of the file is one size of a product; what belongs to the product stands on each of its lines. */
export const productColumns = {
  name_is: 'nameIs',
  name_en: 'nameEn',
  description_is: 'descriptionIs',
  description_en: 'descriptionEn',
  price: 'price',
  vat_rate: 'vatRate',
  category: 'category',
  weight: 'weight',
} as const satisfies Record<string, keyof ProductFields>

/**
 * `hidden` is yes or no; empty leaves a product as it is, and a new one is shown. `on_hand` is what the shelf held when the file was written, and is not for changing; `counted` is what was counted,
 * empty where nobody counted. `version` says which version of the product the file was made from.
 */
export const columns = [
  'slug',
  ...(Object.keys(productColumns) as (keyof typeof productColumns)[]),
  'drawing',
  'hidden',
  'sku',
  'size',
  'on_hand',
  'counted',
  'version',
] as const
export type Column = (typeof columns)[number]

/** What a file may lack: then nothing is said about it. */
export const optional: readonly Column[] = ['hidden']

export type LineError = {
  readonly line: number
  /** Empty when it concerns the whole line. */
  readonly column: Column | ''
  /** A key of the admin's words about products, `problem.*`. */
  readonly problem: string
}
