import { createHash } from 'node:crypto'
import { env } from '@/lib/env'
import { takeTry, type Limit } from '@/lib/limits'

const loopback = /^(::1|127\.|::ffff:127\.)/

/** `what` is stored as a digest; `address` is null where none can be believed, and then only `what` is counted. */
export type Try = { readonly perThing: Limit; readonly what: string; readonly perAddress: Limit; readonly address: string | null }

/** What a limit counts by: an e-mail address, say, is not to be read from its table. */
export const tryKey = (what: string): string => createHash('sha256').update(what).digest('base64url')

/** Counts one try of a visitor for what is asked about and for the browser's address; false when there were too many of either. */
export async function mayTry({ perThing, what, perAddress, address }: Try): Promise<boolean> {
  const counted = address && !(env().everyModeIsSandbox && loopback.test(address)) ? address : null
  const tries = await Promise.all([takeTry(perThing, tryKey(what)), ...(counted ? [takeTry(perAddress, counted)] : [])])
  return tries.every((taken) => taken.allowed)
}
