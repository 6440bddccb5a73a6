import { randomUUID } from 'node:crypto'
import { log } from '@/lib/log'
import { pathAsSent } from '../as-sent'
import { sql } from '../db'
import { authenticate } from './authenticate'
import { wake } from './background'
import { ok, type Answer } from './call'
import { handleControl } from './control'
import { magicOf, recognise } from './customers'
import { callFaults, takeFaults, type FaultName, type Faults, type Params } from './faults'
import { openApi } from './openapi/document'
import { providerBySecret, type Provider } from './providers'
import { routeOf, type Route } from './routes'
import { takeScenario } from './scenarios'
import { newNonce, sign } from './signature'
import { cutLine, page, refusal, text } from './spoil'
import { readSwitches } from './switches'
import { membersOf, storable, transactionId, type Members } from './wire'

const largestBody = 1024 * 1024

/** Everything below /sandbox/netgiro/. */
export async function handleNetgiro(request: Request): Promise<Response> {
  const segments = new URL(request.url).pathname.split('/').filter(Boolean).slice(2)
  try {
    if (segments[0]?.toLowerCase() === 'control') return await handleControl(request, segments.slice(1))
    if (segments.length === 1 && segments[0]?.toLowerCase() === 'openapi.json' && request.method === 'GET') return Response.json(openApi())
    const route = routeOf(segments)
    if (!route) return plain(404, 'No such operation')
    if (!route.methods.includes(request.method))
      return plain(405, `Only ${route.methods.join(' or ')}`, { allow: route.methods.join(', ') })
    return await serve(request, route)
  } catch (err) {
    log.error({ err }, 'sandbox: a call failed')
    return plain(500, 'Error on request.')
  }
}

async function serve(request: Request, route: Route & { readonly old: boolean }): Promise<Response> {
  const body = new Uint8Array(await request.arrayBuffer())
  if (body.byteLength > largestBody) return plain(413, 'Body too large')
  const caller = route.auth === 'token' ? byToken(request) : authenticate(request, body)
  if (!caller.valid) return plain(401, caller.message)
  const { provider, url } = caller

  const switches = await readSwitches(sql, provider.appKey)
  if (route.old && switches.oldPaths === 'off') return plain(404, 'No such operation')
  const members = membersOf(body, new URL(`http://any${pathAsSent(request)}`).searchParams)
  const reference = noted(members?.reference)
  const taken = route.operation === 'InsertCart' && reference ? await takeScenario(sql, provider.appKey, reference) : null
  const faults = new Map([...(await faultsOf(provider, route, { ...members, ...route.member })), ...(taken?.faults ?? [])])

  const slow = faults.get('slow')
  if (slow) await new Promise((resolve) => setTimeout(resolve, slow.ms ?? 3_000))
  const [answer, response] = await respond(route, provider, url, faults, () => {
    if (!members) return ok({ Success: false, Message: 'The body is not a JSON object', ResultCode: 400 })
    return route.run({ provider, switches, faults, scenario: taken?.scenario ?? null, members: { ...members, ...route.member } })
  })
  await record(provider, route, { ...members, ...route.member }, answer, faults)
  wake()
  return response
}

function byToken(request: Request): { valid: true; provider: Provider; url: null } | { valid: false; message: string } {
  const provider = providerBySecret(request.headers.get('token') ?? '')
  return provider
    ? { valid: true, provider, url: null }
    : { valid: false, message: 'The header token must be the SecretKey of a provider.' }
}

async function faultsOf(provider: Provider, route: Route, members: Members): Promise<Faults> {
  const id = transactionId.safeParse(members.transactionid)
  const hit = {
    appKey: provider.appKey,
    operation: route.operation,
    reference: noted(members.reference),
    cartId: id.success ? id.data : null,
  }
  const set = await takeFaults(sql, hit, Object.keys(callFaults))
  const customer = route.operation === 'InsertCart' ? recognise(String(members.customerid ?? '')) : null
  const magic = customer?.kind === 'gsm' ? magicOf(customer.number)?.faults : undefined
  return magic ? new Map<FaultName, Params>([...magic.map((name): [FaultName, Params] => [name, {}]), ...set]) : set
}

type Run = () => Answer | Promise<Answer>

async function respond(route: Route, provider: Provider, url: string | null, faults: Faults, run: Run): Promise<[Answer | null, Response]> {
  const noAnswer = faults.get('no_answer')
  if (noAnswer) return [null, cutLine(noAnswer.ms)]
  const refused = faults.get('refuse')
  const answer = refused ? refusal(route.operation, refused.code ?? 10302) : await run()
  if (faults.has('answer_lost')) return [answer, cutLine()]
  if (faults.has('error_500_after_effect')) return [answer, plain(500, 'An error has occurred.')]
  if (faults.has('html')) return [answer, page()]
  const body = text(answer, faults)
  return [answer, new Response(body, { status: answer.status, headers: headers(provider, url, body, faults) })]
}

/** Signed over the URL the client signed, with a nonce of its own. */
function headers(provider: Provider, url: string | null, body: string, faults: Faults): Headers {
  const all = new Headers({
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    netgiro_referenceId: randomUUID(),
  })
  if (url === null || faults.has('missing_signature')) return all
  const nonce = newNonce()
  all.set('netgiro_appkey', provider.appKey)
  all.set('netgiro_nonce', nonce)
  all.set('netgiro_signature', sign(provider.secret, nonce, url, faults.has('wrong_signature') ? `${body} ` : body))
  return all
}

const noted = (value: unknown): string | null => (typeof value === 'string' && storable(value) ? value.slice(0, 200) : null)

async function record(provider: Provider, route: Route, members: Members, answer: Answer | null, faults: Faults): Promise<void> {
  const code = answer?.body.ResultCode ?? answer?.body.resultCode
  const cartId = answer?.body.TransactionId ?? members.transactionid
  await sql(
    `insert into sandbox.netgiro_call (app_key, operation, cart_id, reference, http_status, result_code, faults) values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      provider.appKey,
      route.operation,
      noted(cartId),
      noted(members.reference),
      answer?.status ?? 0,
      typeof code === 'number' ? code : null,
      [...faults.keys()],
    ],
  )
}

/** The documents' shape, unsigned: a stranger gets no signature of ours over words of his choosing. */
const plain = (status: number, message: string, more: Record<string, string> = {}): Response =>
  Response.json(
    { Success: false, Message: message, ResultCode: status },
    { status, headers: { 'cache-control': 'no-store', netgiro_referenceId: randomUUID(), ...more } },
  )
