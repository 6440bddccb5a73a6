import { db } from '@/lib/db'

const include = { category: true, variants: { orderBy: [{ position: 'asc' as const }, { id: 'asc' as const }] } }

/** All a merchant sees of a product, or null. */
export async function readProductForMerchant(id: number) {
  return Number.isInteger(id) && id > 0 && id <= 2_147_483_647 ? db().product.findUnique({ where: { id }, include }) : null
}

export type MerchantProduct = NonNullable<Awaited<ReturnType<typeof readProductForMerchant>>>
