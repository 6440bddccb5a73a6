import { transaction, type Sql } from '../../db'
import { paymentAnswer } from '../answers'
import { ok, type Answer, type Call } from '../call'
import { lockCart, sandboxNow, type Cart } from '../carts'
import { codes } from '../codes'
import { customerAccepts, settle } from '../journey'
import { cartRequest, complaint } from '../wire'

export type Named = { readonly tx: Sql; readonly cart: Cart; readonly now: Date; readonly identifier: string | undefined }

/** What CheckCart, ConfirmCart and CancelCart share: the cart the call names, locked and brought up to now. */
export async function onCart(call: Call, unknown: Answer, act: (named: Named) => Promise<Answer>): Promise<Answer> {
  const parsed = cartRequest.safeParse(call.members)
  if (!parsed.success) {
    const body = {
      PaymentSuccessful: false,
      PaymentInfo: null,
      Success: false,
      Message: complaint(parsed.error),
      ResultCode: codes.genericError,
    }
    return { status: call.switches.missingMember === 'http-400' ? 400 : 200, body }
  }
  const { transactionid, identifier } = parsed.data
  return transaction(async (tx) => {
    const cart = await lockCart(tx, transactionid, call.provider.appKey)
    if (!cart) return unknown
    const now = await sandboxNow(tx, cart.appKey)
    const settled = await settle(tx, cart, now)
    const accepted = call.faults.has('accepted_first') && settled.state === 'pending' ? await customerAccepts(tx, settled, now) : settled
    return act({ tx, now, identifier, cart: accepted })
  })
}

export const told = (call: Call, cart: Cart, code: number, message?: string): Answer =>
  ok(paymentAnswer(cart, code, call.switches, message))
