import { noCart, stateCode } from '../answers'
import { ok, type Answer, type Call } from '../call'
import { changeCart } from '../carts'
import { codes } from '../codes'
import { customerAccepts, customerRejects, pay } from '../journey'
import { takeToken } from '../tokens'
import { hasNoCredit } from '../traits'
import { onCart, told, type Named } from './on-cart'

/** POST /v1/Checkout/ConfirmCart: the provider's yes to a reservation, or the SMS code of a customer known by kennitala. */
export function confirmCartOperation(call: Call): Promise<Answer> {
  const unknown = ok(noCart(call.switches.confirmUnknownCart === 'success', codes.cartNotFound))
  return onCart(call, unknown, async (named) => {
    const { tx, cart, now } = named
    switch (cart.state) {
      case 'pending':
        return onPending(call, named)
      case 'needs_code':
        return onCode(call, named)
      case 'reserved':
        if (cart.confirmationType === 1 && call.switches.confirmServerCallback === 'waits')
          return told(call, cart, codes.waitingForProviderCallback)
        return told(call, await pay(tx, cart, now), codes.paymentConfirmed)
      case 'paid':
        return onPaid(call, named)
      case 'declined':
        return told(call, cart, stateCode(cart, call.switches))
      case 'expired':
      case 'lapsed':
        return told(call, cart, codes.cartNotValid)
      case 'cancelled':
      case 'unacknowledged':
        return told(call, cart, codes.alreadyCanceled)
    }
  })
}

/** The demo client finishes its flows by sending "1" or "0" in the customer's name. */
async function onPending(call: Call, { tx, cart, now, identifier }: Named): Promise<Answer> {
  const aid = call.switches.identifierTestAid === 'on' && (identifier === '1' || identifier === '0')
  if (!aid) return told(call, cart, codes.pendingCustomer)
  const acted = await (identifier === '1' ? customerAccepts : customerRejects)(tx, cart, now)
  return told(call, acted, stateCode(acted, call.switches))
}

async function onCode(call: Call, { tx, cart, now, identifier = '' }: Named): Promise<Answer> {
  const sent = cart.smsCode !== null && cart.smsCode === identifier && cart.smsCodeExpiresAt !== null && now < cart.smsCodeExpiresAt
  const right = sent || (await takeToken(tx, cart.appKey, identifier.toUpperCase(), now, cart.customer)) !== null
  if (!right) return told(call, cart, codes.genericError, 'The code is wrong or has expired')
  if (await hasNoCredit(tx, cart.appKey, cart.customer)) return told(call, cart, codes.genericError, 'Customer has no credit')
  const accepted = await customerAccepts(tx, cart, now)
  return told(call, accepted, stateCode(accepted, call.switches))
}

/** The older text has the provider confirm after an app code; the payment is there, and the first asking is told so. */
async function onPaid(call: Call, { tx, cart }: Named): Promise<Answer> {
  const byAppCode = cart.customerKind === 'app_code' && cart.confirmationType === 0 && call.switches.appCodeAutomatic === 'first-10200'
  if (!byAppCode || cart.confirmAnswered) return told(call, cart, codes.alreadyConfirmed)
  return told(call, await changeCart(tx, cart, { confirmAnswered: true }), codes.paymentConfirmed)
}
