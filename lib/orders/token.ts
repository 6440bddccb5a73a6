import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from '@/lib/env'
import { idPattern } from '@/lib/ids'

// The secret order link is the order's id and a MAC over it: whoever reads the database alone can't open it.
const mac = (orderId: string) => createHmac('sha256', env().callbackKey).update(`order:${orderId}`).digest('base64url').slice(0, 22)

export const orderToken = (orderId: string): string => `${orderId}${mac(orderId)}`

/** The order a link names, or null when it is not one of ours. */
export function orderOfToken(token: string): string | null {
  const orderId = token.slice(0, 22)
  if (token.length !== 44 || !idPattern.test(orderId)) return null
  const given = Buffer.from(token.slice(22))
  const right = Buffer.from(mac(orderId))
  return given.length === right.length && timingSafeEqual(given, right) ? orderId : null
}
