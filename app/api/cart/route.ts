import { readCartId } from '@/lib/cart/cookie'
import { countItems } from '@/lib/cart/queries'

/** The number beside the cart in the header; its own request, so that the catalogue's pages stay the same for everybody. */
export async function GET(): Promise<Response> {
  const cartId = await readCartId()
  const count = cartId ? await countItems(cartId) : 0
  // Not packed on the way, as the status of a payment is not.
  return Response.json({ count }, { headers: { 'Cache-Control': 'no-store, no-transform' } })
}
