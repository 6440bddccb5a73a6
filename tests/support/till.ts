// A counter: what a cashier types and what the customer reads out, for the integration tests.
import { randomInt } from 'node:crypto'
import { env } from '@/lib/env'
import { newId } from '@/lib/ids'
import { recognisePayer } from '@/lib/payments/payer'
import { startAtTill, type TillResult } from '@/lib/payments/till'
import { callSandbox, postProvider } from './sandbox-caller'
import { readPayment } from './shop'

/** A kennitala nobody else uses; only its shape is right. */
export const aKennitala = (): string => `1203${randomInt(100_000, 999_999)}`

export const cashier = 'user:cashier'

/** Sells for an amount, or for goods, to whoever `named` names. */
export function sell(named: string, more: { items?: { variantId: number; quantity: number }[]; amount?: number; saleKey?: string; actor?: string } = {}): Promise<TillResult> {
  const payer = recognisePayer(named)
  if (!payer) throw new Error(`nobody: ${named}`)
  return startAtTill({ items: [], amount: more.items ? 0 : 8_900, saleKey: newId(), actor: cashier, locationId: 'L-1', registerId: 'R-2', locale: 'is', payer, ...more })
}

export async function sold(named: string, more?: Parameters<typeof sell>[1]): Promise<string> {
  const result = await sell(named, more)
  if (result.kind !== 'started') throw new Error(`not started: ${JSON.stringify(result)}`)
  return result.paymentId
}

/** The code that went to the customer by SMS. */
export async function codeOf(paymentId: string): Promise<string> {
  const { transactionId } = await readPayment(paymentId)
  const answer = await fetch(`${env().loopback}/sandbox/netgiro/control/sms`)
  const { messages } = (await answer.json()) as { messages: { cartId: string; code: string | null }[] }
  const code = messages.find((sms) => sms.cartId === transactionId)?.code
  if (!code) throw new Error('no code was sent')
  return code
}

export const wrongCode = (right: string): string => String((Number(right) + 1) % 10_000).padStart(4, '0')

/** What the customer's app shows as a barcode. */
export async function appCode(kennitala = '1111111119'): Promise<string> {
  const url = `${env().netgiro.url}/Account/RequestConfirmation?Customer=${kennitala}`
  const { json } = await callSandbox(url, undefined, { method: 'GET', as: postProvider })
  return `500004-${String(json.Message)}`
}

export const moveSandboxClock = (advanceMs: number) =>
  fetch(`${env().loopback}/sandbox/netgiro/control/clock`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ advanceMs }) })
