import { infoOf } from '../answers'
import { ok, type Answer, type Call } from '../call'
import type { Cart } from '../carts'
import { codes, messages } from '../codes'
import { close } from '../journey'
import type { CancelAnswer } from '../wire-answers'
import { onCart } from './on-cart'

/** POST /v1/Checkout/CancelCart: too late once the customer confirmed, be it a payment or only a reservation. */
export function cancelCartOperation(call: Call): Promise<Answer> {
  const answer = (cart: Cart | null, success: boolean, code: number) =>
    ok({
      PaymentInfo: cart && infoOf(cart, call.switches),
      Success: success,
      Message: messages[code] ?? null,
      ResultCode: code,
    } satisfies CancelAnswer)

  return onCart(call, answer(null, false, codes.cartNotFound), async ({ tx, cart, now }) => {
    switch (cart.state) {
      case 'pending':
      case 'needs_code':
        return answer(await close(tx, cart, 'cancelled', now), true, codes.paymentCanceled)
      case 'reserved':
      case 'paid':
        return answer(cart, false, codes.paymentConfirmed)
      case 'cancelled':
        return answer(cart, call.switches.cancelAgain === 'success', codes.alreadyCanceled)
      case 'declined':
      case 'expired':
      case 'lapsed':
      case 'unacknowledged':
        return answer(cart, false, codes.alreadyCanceled)
    }
  })
}
