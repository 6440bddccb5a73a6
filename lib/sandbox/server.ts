import { env } from '@/lib/env'
import { handleNetgiro } from './netgiro/server'

/**
 * The machines' side of every sandbox, below /sandbox/{gateway}/: a request in, a response out, whatever
 * serves it. Answers 404 for a gateway that is not in sandbox mode.
 */
export async function handleSandbox(request: Request): Promise<Response> {
  const [, gateway] = new URL(request.url).pathname.split('/').filter(Boolean)
  if (gateway?.toLowerCase() === 'netgiro' && env().modes.netgiro === 'sandbox') return handleNetgiro(request)
  return Response.json({ error: 'not_found' }, { status: 404, headers: { 'cache-control': 'no-store' } })
}
