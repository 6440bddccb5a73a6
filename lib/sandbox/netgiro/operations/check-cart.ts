import { noCart, stateCode } from '../answers'
import { ok, type Answer, type Call } from '../call'
import { codes } from '../codes'
import { onCart, told } from './on-cart'

/** POST /v1/Checkout/CheckCart: the state of the cart. A cart nobody knows counts as cancelled. */
export function checkCartOperation(call: Call): Promise<Answer> {
  const unknown = ok(noCart(true, codes.paymentCanceled))
  return onCart(call, unknown, async ({ cart }) => told(call, cart, stateCode(cart, call.switches)))
}
