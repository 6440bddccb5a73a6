import { headers } from 'next/headers'
import { clientAddress } from '@/lib/auth/client-address'
import { env } from '@/lib/env'

/** The address of the browser whose request is being answered, or null where none can be believed. */
export async function requestAddress(): Promise<string | null> {
  return clientAddress((await headers()).get('x-forwarded-for'), env().trustedProxyHops)
}
