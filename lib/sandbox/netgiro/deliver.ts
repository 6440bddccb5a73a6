import { randomUUID } from 'node:crypto'
import { sql, transaction, type Sql } from '../db'
import { insertDelivery, type CallbackKind } from './callbacks'
import { lockCart, sandboxNow } from './carts'
import { magicOf } from './customers'
import { callbackFaults, takeFaults, type FaultName, type Faults, type Params } from './faults'
import { close, pay } from './journey'
import { providerByKey } from './providers'
import { newNonce, sign } from './signature'
import { readSwitches } from './switches'
import { passage, target } from './target'

// Posts what is due. A row is claimed for as long as an attempt can take, so that another instance takes
// over what a dead one left: a provider must bear the same callback twice.

const attempts = 2

export type Delivery = {
  readonly id: string
  readonly appKey: string
  readonly cartId: string
  readonly kind: CallbackKind
  readonly attempt: number
  readonly duplicate: boolean
  readonly url: string
  readonly body: string
  readonly faults: readonly string[]
  readonly customer: string
}

type End = {
  readonly status: 'acknowledged' | 'refused' | 'failed' | 'blocked' | 'lost'
  readonly httpStatus?: number
  readonly error?: string
}

/** Sends all that is due, or what is due of one cart; resolves with their number when every attempt has ended. */
export async function deliverDue(cartId?: string): Promise<number> {
  const due = await claim(cartId)
  await Promise.all(due.map(deliver))
  return due.length
}

const claim = (cartId?: string): Promise<Delivery[]> =>
  sql<Delivery>(
    `update sandbox.netgiro_delivery set status = 'sending', lease_until = clock_timestamp() + interval '70 seconds', sent_at = sandbox.netgiro_now(app_key)
     where id in (
       select d.id from sandbox.netgiro_delivery d left join sandbox.netgiro_clock k on k.app_key = d.app_key
       where ((d.status = 'due' and d.due_at <= clock_timestamp() + coalesce(k.offset_ms, 0) * interval '1 millisecond')
           or (d.status = 'sending' and d.lease_until < clock_timestamp()))
         and ($1::uuid is null or d.cart_id = $1::uuid)
       order by d.due_at, d.id limit 50 for update of d skip locked
     )
     returning *, (select c.customer from sandbox.netgiro_cart c where c.id = cart_id)`,
    [cartId ?? null],
  )

async function deliver(delivery: Delivery): Promise<void> {
  const faults = await faultsOf(delivery)
  const overtaken = faults.get('callback_out_of_order')
  if (overtaken && delivery.attempt < attempts) return letPass(delivery, faults, overtaken.ms ?? 3_000)
  const delayed = faults.get('callback_delayed')
  if (delayed && !delivery.faults.includes('callback_delayed')) return putOff(delivery, faults, delayed.ms ?? 10_000)
  if (faults.has('callback_doubled'))
    await insertDelivery(sql, { ...delivery, duplicate: true, dueAt: await sandboxNow(sql, delivery.appKey) })
  const end = faults.has('callback_lost') ? ({ status: 'lost' } as const) : await post(delivery, faults)
  await finish(delivery, faults, end)
}

async function faultsOf(delivery: Delivery): Promise<Faults> {
  if (delivery.duplicate) return new Map()
  // One that was put off keeps what it was given then.
  if (delivery.faults.length) return new Map(delivery.faults.map((name) => [name as FaultName, {}]))
  const operation = delivery.kind === 'confirm' ? 'callback' : 'cancel-callback'
  const hit = { appKey: delivery.appKey, operation, reference: null, cartId: delivery.cartId } as const
  const set = await takeFaults(sql, hit, Object.keys(callbackFaults))
  const own = delivery.attempt === 1 ? (magicOf(delivery.customer)?.callbackFaults ?? []) : []
  return new Map<FaultName, Params>([...own.map((name): [FaultName, Params] => [name, {}]), ...set])
}

/** The repetition leaves at once. What it overtook arrives when the cart has gone on, and nobody waits for its answer. */
async function letPass(delivery: Delivery, faults: Faults, ms: number): Promise<void> {
  await transaction(async (tx) => {
    const now = await sandboxNow(tx, delivery.appKey)
    await insertDelivery(tx, { ...delivery, attempt: delivery.attempt + 1, dueAt: now })
    await tx(
      `update sandbox.netgiro_delivery set status = 'due', lease_until = null, duplicate = true, faults = $2, due_at = $3 where id = $1`,
      [delivery.id, [...faults.keys()], new Date(now.getTime() + ms)],
    )
  })
}

async function putOff(delivery: Delivery, faults: Faults, ms: number): Promise<void> {
  await sql(
    `update sandbox.netgiro_delivery set status = 'due', lease_until = null, faults = $2,
       due_at = sandbox.netgiro_now(app_key) + $3 * interval '1 millisecond' where id = $1`,
    [delivery.id, [...faults.keys()], ms],
  )
}

async function post(delivery: Delivery, faults: Faults): Promise<End> {
  const to = target(delivery.url)
  if ('blocked' in to) return { status: 'blocked', error: to.blocked }
  const provider = providerByKey(delivery.appKey)
  if (!provider) return { status: 'blocked', error: 'the provider is no longer configured' }
  const { callbackTimeoutMs } = await readSwitches(sql, delivery.appKey)

  const body = faults.has('callback_wrong_amount') ? otherAmount(delivery.body, faults.get('callback_wrong_amount')?.amount) : delivery.body
  const nonce = newNonce()
  const signature = sign(provider.secret, nonce, delivery.url, faults.has('callback_badly_signed') ? `${body} ` : body)
  await sql('update sandbox.netgiro_delivery set nonce = $2, signature = $3, body = $4 where id = $1', [
    delivery.id,
    nonce,
    signature,
    body,
  ])
  try {
    const response = await fetch(to.connect, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        netgiro_appkey: provider.appKey,
        netgiro_nonce: nonce,
        netgiro_signature: signature,
        netgiro_referenceId: randomUUID(),
        ...passage(to.connect),
      },
      body,
      redirect: 'manual',
      cache: 'no-store',
      signal: AbortSignal.timeout(callbackTimeoutMs),
    })
    await response.body?.cancel()
    return { status: response.status === 200 ? 'acknowledged' : 'refused', httpStatus: response.status }
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError'
    return { status: 'failed', error: timedOut ? `no answer within ${callbackTimeoutMs} ms` : 'no connection' }
  }
}

const otherAmount = (body: string, amount?: number) =>
  body.replace(/("TotalAmount":)(\d+)/, (_, name: string, own: string) => name + String(amount ?? Number(own) + 1))

async function finish(delivery: Delivery, faults: Faults, end: End): Promise<void> {
  await transaction(async (tx) => {
    const cart = await lockCart(tx, delivery.cartId)
    if (!cart) return
    const now = await sandboxNow(tx, cart.appKey)
    await tx(
      `update sandbox.netgiro_delivery set status = $2, http_status = $3, error = $4, done_at = $5, lease_until = null,
         faults = array(select distinct unnest(faults || $6::text[])) where id = $1`,
      [delivery.id, end.status, end.httpStatus ?? null, end.error ?? null, now, [...faults.keys()]],
    )
    const waitsForThis = delivery.kind === 'confirm' && cart.confirmationType === 1 && cart.state === 'reserved'
    const givenUp = delivery.faults.includes('callback_out_of_order')
    if (end.status === 'acknowledged') {
      if (waitsForThis && !givenUp) await pay(tx, cart, now)
      return
    }
    if (delivery.duplicate) return
    if (delivery.attempt < attempts) return again(tx, delivery, now)
    if (waitsForThis) await close(tx, cart, 'unacknowledged', now)
  })
}

async function again(tx: Sql, delivery: Delivery, now: Date): Promise<void> {
  const { callbackRetryMs } = await readSwitches(tx, delivery.appKey)
  const dueAt = new Date(now.getTime() + callbackRetryMs)
  await insertDelivery(tx, { ...delivery, attempt: delivery.attempt + 1, dueAt })
}
