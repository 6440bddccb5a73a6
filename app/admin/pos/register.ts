// Which till a browser stands at: a cookie of that browser, since tills are not people.
import { cookies } from 'next/headers'
import { z } from 'zod'
import { env } from '@/lib/env'

const place = z.string().trim().regex(/^[\p{L}\p{N} ._-]{1,20}$/u, 'register_wrong')
export const registerShape = z.object({ locationId: place, registerId: place })
export type Register = z.infer<typeof registerShape>

const name = 'till'
const first: Register = { locationId: '1', registerId: '1' }

/** What was set in this browser, or till 1 of location 1. */
export async function currentRegister(): Promise<Register> {
  const [locationId = '', registerId = ''] = ((await cookies()).get(name)?.value ?? '').split('|')
  const read = registerShape.safeParse({ locationId, registerId })
  return read.success ? read.data : first
}

export async function keepRegister({ locationId, registerId }: Register): Promise<void> {
  const secure = env().appUrl.startsWith('https:')
  const jar = await cookies()
  jar.set(name, `${locationId}|${registerId}`, { httpOnly: true, sameSite: 'strict', path: '/admin', secure, maxAge: 400 * 86_400 })
}
