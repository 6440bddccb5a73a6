import { z } from 'zod'
import { sql } from '../db'
import { wake } from './background'
import { readClock, setClock } from './clock'
import { listDeliveries } from './deliveries'
import { recognise } from './customers'
import { addFault, clearFaults, listFaults, newFault } from './faults'
import { act, acts, findCart, listCarts, type Act, type Listed } from './people'
import { appKeyOf, configuredAppKey } from './providers'
import { reset } from './reset'
import { armedScenarios, armScenario, disarmScenarios, isScenario, scenarioNames, scenarios } from './scenarios'
import { listSms } from './sms'
import { readSwitches, setSwitch } from './switches'
import { listTraits, readTraits, setTraits, type Traits } from './traits'
import { storable } from './wire'

// For scripts and tests, without a sign-in: the customer's part, faults, the clock. Names are ours, not the wire's.

const json = (body: unknown, status = 200): Response => Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
const notFound = () => json({ error: 'not_found' }, 404)
const invalid = (problem: unknown) => json({ error: 'invalid', problem }, 400)

type Asked = { readonly method: string; readonly query: URLSearchParams; readonly body: unknown; readonly appKey: string }

export async function handleControl(request: Request, segments: readonly string[]): Promise<Response> {
  const asked = await read(request)
  if (!asked) return invalid('the body is not JSON, or the query holds what is no text')
  const [what = '', id, verb] = segments.map((segment) => segment.toLowerCase())
  if (what === 'carts' && id) return oneCart(asked, id, verb)
  if (what === 'scenarios' && id && segments.length === 2) return startScenario(asked, id)
  if (what === 'customers' && id && segments.length === 2) return oneCustomer(asked, id)
  if (segments.length !== 1) return notFound()
  const handler = Object.hasOwn(handlers, what) ? handlers[what] : undefined
  const handle = handler?.[asked.method]
  if (!handler) return notFound()
  return handle ? handle(asked) : json({ error: 'method_not_allowed' }, 405)
}

async function read(request: Request): Promise<Asked | null> {
  const query = new URL(request.url).searchParams
  if (![...query.values()].every(storable)) return null
  const text = request.method === 'GET' ? '' : await request.text()
  try {
    const body: unknown = text.trim() ? JSON.parse(text) : {}
    const named = z.object({ appKey: z.string() }).safeParse(body)
    const key = query.get('appKey') ?? (named.success ? named.data.appKey : request.headers.get('netgiro_appkey'))
    return { method: request.method, query, body, appKey: key ? appKeyOf(key) : configuredAppKey() }
  } catch {
    return null
  }
}

async function oneCart(asked: Asked, id: string, verb?: string): Promise<Response> {
  if (!verb) {
    const cart = asked.method === 'GET' ? await findCart(id) : null
    return cart ? json(view(cart)) : notFound()
  }
  if (!(acts as readonly string[]).includes(verb)) return notFound()
  if (asked.method !== 'POST') return json({ error: 'method_not_allowed' }, 405)
  const acted = await act(id, verb as Act)
  if (acted.kind === 'unknown') return notFound()
  const cart = { transactionId: acted.cart.id, reference: acted.cart.reference, state: acted.cart.state }
  return acted.kind === 'closed' ? json({ error: 'closed', ...cart }, 409) : json(cart)
}

async function startScenario({ method, body, appKey }: Asked, name: string): Promise<Response> {
  if (!isScenario(name)) return notFound()
  if (method !== 'POST') return json({ error: 'method_not_allowed' }, 405)
  const wanted = z.object({ reference: z.string().min(1).max(200).refine(storable).nullish() }).safeParse(body)
  if (!wanted.success) return invalid(z.prettifyError(wanted.error))
  await armScenario(sql, appKey, name, wanted.data.reference ?? null)
  return json({ armed: await armedScenarios(sql, appKey) })
}

async function oneCustomer({ method, body, appKey }: Asked, given: string): Promise<Response> {
  const customer = recognise(given)
  if (customer?.kind !== 'gsm' && customer?.kind !== 'ssn') return notFound()
  const told = (traits: Traits) => json({ customer: customer.number, noApp: traits.noApp, noCredit: traits.noCredit })
  if (method === 'GET') return told(await readTraits(sql, appKey, customer.number))
  if (method !== 'POST') return json({ error: 'method_not_allowed' }, 405)
  const change = z.object({ noApp: z.boolean().optional(), noCredit: z.boolean().optional() }).safeParse(body)
  return change.success ? told(await setTraits(appKey, customer.number, change.data)) : invalid(z.prettifyError(change.error))
}

const view = ({ id, number: _, now: __, ...cart }: Listed) => ({ transactionId: id, ...cart })

type Handler = (asked: Asked) => Promise<Response>

const newFaults = z.union([z.array(newFault).min(1), newFault.transform((one) => [one])])
const clockChange = z.union([z.object({ advanceMs: z.number().int() }), z.object({ offsetMs: z.number().int() })])

const handlers: Readonly<Record<string, Readonly<Record<string, Handler>>>> = {
  carts: {
    GET: async ({ query, appKey }) => {
      const filter = {
        reference: query.get('reference') ?? undefined,
        customer: query.get('customer') ?? undefined,
        waiting: query.get('waiting') === 'true',
      }
      return json({ carts: (await listCarts({ appKey, ...filter, limit: 200 })).map(view) })
    },
  },
  deliveries: {
    GET: async ({ query, appKey }) =>
      json({
        deliveries: await listDeliveries({
          appKey,
          cartId: query.get('transactionId') ?? undefined,
          reference: query.get('reference') ?? undefined,
          limit: 500,
        }),
      }),
  },
  sms: { GET: async ({ query, appKey }) => json({ messages: await listSms({ appKey, recipient: query.get('to') ?? undefined }) }) },
  calls: {
    GET: async ({ query, appKey }) =>
      json({
        calls: await sql(
          `select operation, cart_id as transaction_id, reference, http_status, result_code, faults, at from sandbox.netgiro_call
           where app_key = $1 and ($2::text is null or cart_id = $2) and ($3::text is null or operation ilike $3) order by id desc limit 1000`,
          [appKey, query.get('transactionId'), query.get('operation')],
        ),
      }),
  },
  faults: {
    GET: async ({ appKey }) => json({ faults: await listFaults(sql, appKey) }),
    POST: async ({ body, appKey }) => {
      const parsed = newFaults.safeParse(body)
      if (!parsed.success) return invalid(z.prettifyError(parsed.error))
      for (const fault of parsed.data) await addFault(sql, appKey, fault)
      return json({ faults: await listFaults(sql, appKey) })
    },
    DELETE: async ({ appKey }) => {
      await clearFaults(sql, appKey)
      return json({ faults: [] })
    },
  },
  scenarios: {
    GET: async ({ appKey }) =>
      json({ scenarios: scenarioNames.map((name) => ({ name, about: scenarios[name].about })), armed: await armedScenarios(sql, appKey) }),
    DELETE: async ({ appKey }) => {
      await disarmScenarios(sql, appKey)
      return json({ armed: [] })
    },
  },
  customers: { GET: async ({ appKey }) => json({ customers: await listTraits(appKey) }) },
  clock: {
    GET: async ({ appKey }) => json(await readClock(appKey)),
    POST: async ({ body, appKey }) => {
      const parsed = clockChange.safeParse(body)
      if (!parsed.success) return invalid('advanceMs or offsetMs, whole milliseconds')
      const clock = await setClock(appKey, parsed.data)
      wake(0)
      return json(clock)
    },
  },
  switches: {
    GET: async ({ appKey }) => json({ switches: await readSwitches(sql, appKey) }),
    POST: async ({ body, appKey }) => {
      const wanted = z.record(z.string(), z.unknown()).safeParse(body)
      if (!wanted.success) return invalid('an object of switches')
      for (const [name, value] of Object.entries(wanted.data)) {
        if (name !== 'appKey' && !(await setSwitch(sql, appKey, name, value))) return invalid(`no such switch or position: ${name}`)
      }
      return json({ switches: await readSwitches(sql, appKey) })
    },
  },
  reset: {
    POST: async ({ appKey }) => {
      await reset(appKey)
      return json({ ok: true })
    },
  },
}
