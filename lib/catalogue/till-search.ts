import { db, type Prisma } from '@/lib/db'
import type { Locale } from '@/lib/i18n'
import { findByWords } from './search'
import { searchWords } from './search-words'

/** One thing a till can sell: a size of a product. */
export type TillItem = {
  readonly variantId: number
  readonly sku: string
  readonly name: string
  readonly size: string
  /** Whole krónur, VAT included. */
  readonly price: number
  readonly available: number
  readonly drawing: string
}

/** `exact` when what was typed or scanned is an item number; else what it may have meant, at most twelve. */
export type TillSearch = { readonly exact: TillItem | null; readonly like: readonly TillItem[] }

const include = { product: true } satisfies Prisma.VariantInclude
type Row = Prisma.VariantGetPayload<{ include: typeof include }>

export async function searchForTill(typed: string, locale: Locale): Promise<TillSearch> {
  const sku = typed.trim()
  if (!sku) return { exact: null, like: [] }
  const exact = await db().variant.findFirst({ where: { sku: { in: [sku, sku.toUpperCase()] } }, include })
  if (exact) return { exact: toItem(exact, locale), like: [] }
  const words = searchWords(sku)
  if (!words.length) return { exact: null, like: [] }
  // What the shop hides may still hang in the shop: a cashier finds it. A guess at some of the words would put the wrong thing on the receipt.
  const ids = (await findByWords(words, null, 3, { every: true, hidden: true })).rows.map(({ id }) => id)
  const rows = await db().variant.findMany({ where: { productId: { in: ids } }, orderBy: { position: 'asc' }, include })
  const like = rows.toSorted((a, b) => ids.indexOf(a.productId) - ids.indexOf(b.productId)).slice(0, 12)
  return { exact: null, like: like.map((row) => toItem(row, locale)) }
}

const toItem = ({ id, sku, size, onHand, held, product }: Row, locale: Locale): TillItem => ({
  variantId: id,
  sku,
  name: locale === 'is' ? product.nameIs : product.nameEn,
  size,
  price: product.price,
  available: Math.max(0, onHand - held),
  drawing: product.drawing,
})
