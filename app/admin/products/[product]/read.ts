import { cache } from 'react'
import { idText } from '@/lib/catalogue/merchant/fields'
import { readProductForMerchant } from '@/lib/catalogue/merchant/read'

/** The product an address names, or null; asked of the database once for a page and what is said about it. */
export const productAt = cache((text: string) => {
  const id = idText.safeParse(text)
  return id.success ? readProductForMerchant(id.data) : Promise.resolve(null)
})
