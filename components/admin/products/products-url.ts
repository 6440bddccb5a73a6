import { listUrl } from '../list-url'

export const productsPath = '/admin/products'

export type ProductsView = { readonly search: string; readonly category: string | null; readonly low: boolean }

/** The address of a list of products; what is as usual is left out. */
export const productsUrl = ({ search, category, low }: ProductsView, page: { after?: string; before?: string } = {}): string =>
  listUrl(productsPath, { q: search, category, low: low ? 1 : null, ...page })
