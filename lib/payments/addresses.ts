// The addresses a payment gives its provider. They can be rebuilt from its id, so nothing secret is stored.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from '@/lib/env'

export type CallbackKind = 'callback' | 'cancel'

const token = (gateway: string, paymentId: string) =>
  createHmac('sha256', env().callbackKey).update(`callback:${gateway}:${paymentId}`).digest('base64url').slice(0, 32)

/** The exact address registered with the provider, and signed by it. At most 220 characters. */
export function callbackUrl(gateway: string, paymentId: string, kind: CallbackKind): string {
  const { appUrl, protectionBypass } = env()
  const path = `/api/callbacks/${gateway}/${paymentId}/${token(gateway, paymentId)}${kind === 'cancel' ? '/cancel' : ''}`
  return `${appUrl}${path}${protectionBypass ? `?x-vercel-protection-bypass=${protectionBypass}` : ''}`
}

/** True for the token only this payment's addresses carry. In constant time. */
export function isCallbackToken(gateway: string, paymentId: string, given: string): boolean {
  const right = Buffer.from(token(gateway, paymentId))
  const presented = Buffer.from(given)
  return presented.length === right.length && timingSafeEqual(presented, right)
}

export const waitingRoomUrl = (locale: string, paymentId: string): string => `${env().appUrl}/${locale}/pay/${paymentId}`
