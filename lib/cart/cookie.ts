import { cookies } from 'next/headers'
import { env } from '@/lib/env'
import { idPattern, newId } from '@/lib/ids'

const name = 'cart'
const halfAYear = 180 * 24 * 60 * 60

/** The guest's cart, or null when this browser has none. Whatever is not one of our ids counts as none. */
export async function readCartId(): Promise<string | null> {
  const value = (await cookies()).get(name)?.value
  return value && idPattern.test(value) ? value : null
}

/** The guest's cart, new if there is none; in actions and route handlers only. Each use starts the half year anew. */
export async function keepCartId(): Promise<string> {
  const id = (await readCartId()) ?? newId()
  const secure = env().appUrl.startsWith('https:')
  ;(await cookies()).set(name, id, { httpOnly: true, sameSite: 'lax', path: '/', maxAge: halfAYear, secure })
  return id
}
