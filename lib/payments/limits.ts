// How often somebody may make a phone ring.
import { createHmac } from 'node:crypto'
import { env } from '@/lib/env'
import { forgetTries, takeTry, type Limit } from '@/lib/limits'

/** Netgíró's published test numbers and kennitölur, past and present: free of limits while the gateway is a sandbox. */
const testNumbers = new Set(['8223281', '7700001', '1111111119', '2222222229'])
const loopback = /^(::1|127\.|::ffff:127\.)/

const phoneShort: Limit = { name: 'phone', tries: 3, seconds: 10 * 60 }
const phoneDay: Limit = { name: 'phone-day', tries: 8, seconds: 24 * 3600 }
const perClient: Limit = { name: 'pay-client', tries: 20, seconds: 3600 }

/** `phone` is whoever gets a push or an SMS: a number, or a kennitala at a till. `client` is the browser's address where one can be believed. */
export type Attempt = { readonly phone: string; readonly client?: string | null | undefined }

/** Whether the limits apply to this attempt; only a sandbox exempts anybody. */
export function limitsOf({ phone, client }: Attempt, sandbox: boolean): { phone: boolean; client: boolean } {
  return { phone: !(sandbox && testNumbers.has(phone)), client: Boolean(client) && !(sandbox && loopback.test(client ?? '')) }
}

/** Counts one attempt; false when there have been too many. The number itself is never stored. */
export async function allowAttempt(attempt: Attempt): Promise<boolean> {
  const counted = limitsOf(attempt, env().modes.netgiro === 'sandbox')
  const phoneKey = createHmac('sha256', env().callbackKey).update(`phone:${attempt.phone}`).digest('base64url').slice(0, 32)
  const tries = await Promise.all([
    ...(counted.phone ? [takeTry(phoneShort, phoneKey), takeTry(phoneDay, phoneKey)] : []),
    ...(counted.client && attempt.client ? [takeTry(perClient, attempt.client)] : []),
  ])
  return tries.every((taken) => taken.allowed)
}

const oneClick: Limit = { name: 'checkout-form', tries: 1, seconds: 3600 }

/** True for the first of many clicks on one form, so that a double click is counted, and carried out, once. */
export const isFirstClick = async (checkoutKey: string): Promise<boolean> => (await takeTry(oneClick, checkoutKey)).allowed
/** The form came to nothing: it may be sent again. */
export const forgetClick = (checkoutKey: string): Promise<void> => forgetTries(oneClick, checkoutKey)
