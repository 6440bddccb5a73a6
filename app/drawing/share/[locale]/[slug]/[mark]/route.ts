import { findProduct } from '@/lib/catalogue/queries'
import { decode } from '@/lib/drawing/spec'
import { isLocale, words } from '@/lib/i18n'
import { shareMark } from '@/lib/share-picture/address'
import { drawSharePicture } from '@/lib/share-picture/draw'
import { notAPicture, notNow, png } from '../../../../picture'

type Context = { params: Promise<{ locale: string; slug: string; mark: string }> }

/**
 * What other sites show of a product somebody shares. The address names what is in the picture, and one of anything
 * else is not drawn: nobody can have words of their own written here.
 */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, slug, mark } = await params
  if (!isLocale(locale)) return notAPicture()
  const product = await findProduct(slug, locale)
  const drawing = product && decode(product.drawing)
  if (!drawing || mark !== `${shareMark(product)}.png`) return notAPicture()
  const { name, category } = product
  const picture = await drawSharePicture({ name, shelf: category.name, shop: words(locale, 'common')('shopName'), drawing })
  return picture ? png(picture) : notNow()
}
