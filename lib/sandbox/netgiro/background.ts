import { log } from '@/lib/log'
import { sql, transaction } from '../db'
import { lockCart, sandboxNow } from './carts'
import { deliverDue } from './deliver'
import { settle } from './journey'

// What happens by itself: customers who act later, carts that run out, callbacks. All of it is rows with a
// time; whichever instance is awake does what is due, and a timer here wakes this one for the next.

const longestSleep = 3_600_000

type Kept = { running?: Promise<void>; again: boolean; sending: Set<Promise<void>>; timer?: NodeJS.Timeout; wakesAt: number }
const kept = ((globalThis as { netgiroSandbox?: Kept }).netgiroSandbox ??= { again: false, sending: new Set(), wakesAt: Infinity })

/** Sees to what is due, shortly: an answer under way gets home before the callback it causes. */
export function wake(inMs = 50): void {
  const at = Date.now() + inMs
  if (kept.timer && kept.wakesAt <= at) return
  clearTimeout(kept.timer)
  kept.wakesAt = at
  kept.timer = setTimeout(() => {
    kept.timer = undefined
    kept.wakesAt = Infinity
    void runDue()
  }, inMs)
  kept.timer.unref()
}

/** Does all that is due now, callbacks and their answers too: for a platform that stops a process between requests. */
export async function idle(): Promise<void> {
  await runDue()
  await Promise.all(kept.sending)
}

/** Does all that is due now; callbacks are on their way when it resolves. Whoever comes meanwhile joins. */
export function runDue(): Promise<void> {
  if (kept.running) {
    kept.again = true
    return kept.running
  }
  kept.running = round().finally(() => {
    kept.running = undefined
  })
  return kept.running
}

async function round(): Promise<void> {
  try {
    do {
      kept.again = false
      await settleDue()
      send()
    } while (kept.again)
    const next = await nextDue()
    if (next !== null) wake(Math.min(Math.max(next, 50), longestSleep))
  } catch (err) {
    log.error({ err }, 'sandbox: what was due could not be done')
  }
}

/** Not awaited: a provider that takes ten seconds must not hold up the others. */
function send(): void {
  const sending = deliverDue()
    .then((sent) => {
      if (sent) wake()
    })
    .catch((err: unknown) => log.error({ err }, 'sandbox: a callback could not be recorded'))
    .finally(() => kept.sending.delete(sending))
  kept.sending.add(sending)
}

const offset = `coalesce(k.offset_ms, 0) * interval '1 millisecond'`
const dueCarts = `
  select c.id as cart_id, c.app_key, c.expires_at as at from sandbox.netgiro_cart c where c.state in ('pending', 'needs_code')
  union all select c.id, c.app_key, c.lapses_at from sandbox.netgiro_cart c where c.state = 'reserved'
  union all select a.cart_id, c.app_key, a.due_at from sandbox.netgiro_act a join sandbox.netgiro_cart c on c.id = a.cart_id`

async function settleDue(): Promise<void> {
  const due = await sql<{ cartId: string }>(
    `select distinct d.cart_id from (${dueCarts}) d left join sandbox.netgiro_clock k on k.app_key = d.app_key
     where d.at <= clock_timestamp() + ${offset} limit 500`,
  )
  for (const { cartId } of due) await settleCart(cartId)
}

async function settleCart(id: string): Promise<void> {
  await transaction(async (tx) => {
    const cart = await lockCart(tx, id)
    if (cart) await settle(tx, cart, await sandboxNow(tx, cart.appKey))
  })
}

/** Milliseconds until something comes due, or null. */
async function nextDue(): Promise<number | null> {
  const [row] = await sql<{ ms: number | null }>(
    `select (extract(epoch from min(d.at - ${offset} - clock_timestamp())) * 1000)::float8 as ms from (
       ${dueCarts}
       union all select d.cart_id, d.app_key, d.due_at from sandbox.netgiro_delivery d where d.status = 'due'
       -- A lease is in real time: what a dead instance was sending is taken over when it ends.
       union all select d.cart_id, null, d.lease_until from sandbox.netgiro_delivery d where d.status = 'sending'
     ) d left join sandbox.netgiro_clock k on k.app_key = d.app_key`,
  )
  return row?.ms ?? null
}
