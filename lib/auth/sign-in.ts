import { authenticate } from '@/lib/auth/authenticate'
import { requestAddress } from '@/lib/auth/request-address'
import { beginSession } from '@/lib/auth/session'

/** Signs the browser of this request in. For server actions: it sets the cookie. */
export async function signIn(email: string, password: string): Promise<'in' | 'wrong' | 'too_many'> {
  const answer = await authenticate({ email, password, address: await requestAddress() })
  if (answer.kind === 'in') await beginSession(answer.user)
  return answer.kind
}
