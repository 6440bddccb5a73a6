import { createHash, timingSafeEqual } from 'node:crypto'
import { env } from '@/lib/env'
import { postDue } from '@/lib/mail/post'
import { reconcileDue } from '@/lib/payments/reconcile'
import { keepUp } from '@/lib/upkeep/upkeep'

export const dynamic = 'force-dynamic'
export const maxDuration = 60

const digest = (text: string) => createHash('sha256').update(text).digest()

async function reconcile(request: Request): Promise<Response> {
  const allowed = timingSafeEqual(digest(request.headers.get('authorization') ?? ''), digest(`Bearer ${env().cronSecret}`))
  if (!allowed) return new Response(null, { status: 401 })
  const reconciled = await reconcileDue()
  // Neither waits for the other: a platform gives the whole of it a minute.
  const [kept, mails] = await Promise.all([keepUp(), postDue()])
  return Response.json({ ...reconciled, ...kept, mails }, { headers: { 'cache-control': 'no-store' } })
}

/** A platform's scheduler calls with GET, everything else may POST; both need the secret. */
export { reconcile as GET, reconcile as POST }
