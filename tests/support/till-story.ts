// A payment at the till, step by step in the test's own order, and all that was said about it.
import { expect } from 'vitest'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { cancelPayment } from '@/lib/payments/cancel'
import { refreshPayment } from '@/lib/payments/refresh'
import { callSandbox, postProvider } from './sandbox-caller'
import { aPhone, merchantChooses, orderFaults, readPayment, until } from './shop'
import { aKennitala, cashier, moveSandboxClock, sold } from './till'

/**
 * No callback arrives, of carts still to come neither: what happens is learnt by asking, in the test's own order, and no look
 * of the server's is under way when the story is told.
 */
export const withoutCallbacks = () => orderFaults({ name: 'callback_lost', count: null })
export const look = (paymentId: string) => refreshPayment(paymentId, 'merchant')
export const cancel = (paymentId: string) => cancelPayment(paymentId, { actor: cashier, who: 'merchant' })
export const timePasses = async (paymentId: string, ms: number) => {
  await db().$executeRaw`UPDATE payment SET expires_at = now() - interval '1 second' WHERE id = ${paymentId}`
  await moveSandboxClock(ms)
}

/** Looks again and again until it is so, as the till's page would. */
export const becomes = (paymentId: string, state: string) =>
  until(
    async () => {
      if ((await readPayment(paymentId)).state !== state) await look(paymentId)
      return readPayment(paymentId)
    },
    (payment) => payment.state === state,
    20_000,
  )

type Said = { Success?: boolean; PaymentSuccessful?: boolean; ResultCode?: number } | null

/** All that Netgíró said of a payment. How often one thing is asked depends on the clock: repetitions are told once. */
export async function story(paymentId: string): Promise<{ said: string[]; end: string }> {
  const { exchanges, state, order } = await readPayment(paymentId)
  const all = exchanges.map(({ operation, response }) => {
    const { Success, PaymentSuccessful, ResultCode } = (response as Said) ?? {}
    return `${operation} ${ResultCode === undefined ? 'no answer' : `${Success}/${PaymentSuccessful ?? '-'}/${ResultCode}`}`
  })
  return { said: all.filter((one, i) => one !== all[i - 1]), end: `payment ${state}, order ${order.state}` }
}

/** Somebody else's client, with the shop's own key. */
export async function independently(operation: string, paymentId: string): Promise<string> {
  const { transactionId } = await readPayment(paymentId)
  const { json, signed } = await callSandbox(`${env().netgiro.url}/Checkout/${operation}`, { transactionId }, { as: postProvider })
  expect(signed).toBe(true)
  return `${String(json.Success)}/${String(json.PaymentSuccessful ?? '-')}/${String(json.ResultCode)}`
}

/** Sold to a phone, and seen to wait for it. */
export async function waiting(type: 0 | 1 | 2, phone = aPhone()): Promise<string> {
  await merchantChooses({ confirmationType: type })
  const paymentId = await sold(phone)
  await look(paymentId)
  return paymentId
}
export async function wantingCode(type: 0 | 1 | 2, kennitala = aKennitala()): Promise<string> {
  await merchantChooses({ confirmationType: type })
  const paymentId = await sold(kennitala)
  await look(paymentId)
  return paymentId
}
