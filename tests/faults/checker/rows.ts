// Both sides' rows of one stretch of history, side by side.
import { provider, shop } from '../databases'

export type Order = { id: string; state: string; stock: string; total: number; delivery_price: number; paid_at: Date | null; cart_id: string | null; checkout_key: string; channel: string }
/** Without a variant: an amount typed at a till. */
export type Line = { order_id: string; variant_id: number | null; quantity: number; unit_price: number; line_total: number }
export type Payment = {
  id: string; order_id: string; state: string; version: number; amount: number; currency: string; reference: string; transaction_id: string | null
  capture_mode: string; capture_by: string; cancel_by: string | null; needs_yes: boolean; honoured_at: Date | null; unknown_since: Date | null; claim_until: Date; check_every_ms: number; code_tries: number
}
export type Event = { payment_id: string; version: number; from: string | null; to: string; cause: string; actor: string; at: Date }
export type Exchange = { payment_id: string; operation: string; sent_at: Date; completed_at: Date | null; outcome: string | null; code: string | null; error: string | null; request: Record<string, unknown> }
export type Callback = { payment_id: string; signature: string; verdict: string; body: Record<string, unknown>; answered: number | null; kind: string }
export type Attention = { payment_id: string; kind: string; cleared_at: Date | null }
export type Outbox = { cause_key: string; kind: string; done_at: Date | null; payload: { orderId: string } }
export type Mail = { outbox_key: string }
export type Refund = { id: string; payment_id: string; amount: number; state: string; idempotency_key: string; tries: number; next_try_at: Date | null; created_at: Date }
export type Leaving = { order_id: string; payment_id: string; step: string; form_key: string; outcome: string | null }
export type Step = { order_id: string; step: string; form_key: string }
export type Variant = { id: number; on_hand: number; held: number; size: string }

export type Cart = { id: string; reference: string; amount: number; state: string; confirmation_type: number; payment_id: string }
export type Call = { operation: string; cart_id: string | null; reference: string | null; result_code: number | null }
/** A refund in the provider's books. */
export type Booked = { reference: string; amount: number; idempotency_key: string }
export type Delivery = { cart_id: string; kind: string; status: string; http_status: number | null }

export type Rows = {
  orders: Order[]; lines: Line[]; payments: Payment[]; events: Event[]; exchanges: Exchange[]; callbacks: Callback[]; attention: Attention[]
  outbox: Outbox[]; mails: Mail[]; variants: Variant[]; refunds: Refund[]; carts: Cart[]; calls: Call[]; deliveries: Delivery[]; booked: Booked[]; leavings: Leaving[]; steps: Step[]
  /** References of carts whose callbacks come here and which no payment of the shop has. */
  unknown: string[]
}

export async function readRows(since: Date): Promise<Rows> {
  const of = <T extends object>(table: string, order = '1') =>
    shop<T>(`SELECT t.* FROM ${table} t JOIN payment p ON p.id = t.payment_id WHERE p.created_at >= $1 ORDER BY ${order}`, [since])
  const payments = await shop<Payment>('SELECT * FROM payment WHERE created_at >= $1 ORDER BY created_at', [since])
  const references = payments.map((p) => p.reference)
  const ours = 'JOIN sandbox.netgiro_cart c ON c.id = d.cart_id WHERE c.reference = ANY($1)'
  const [orders, lines, events, exchanges, callbacks, attention, outbox, mails, variants, refunds, carts, calls, deliveries, booked, unknown, leavings, steps] = await Promise.all([
    shop<Order>('SELECT * FROM orders WHERE created_at >= $1', [since]),
    shop<Line>('SELECT l.* FROM order_line l JOIN orders o ON o.id = l.order_id WHERE o.created_at >= $1', [since]),
    of<Event>('payment_event', 't.payment_id, t.version'),
    of<Exchange>('exchange', 't.id'),
    of<Callback>('callback', 't.id'),
    of<Attention>('attention', 't.id'),
    shop<Outbox>(`SELECT x.* FROM outbox x JOIN payment p ON x.cause_key LIKE 'payment:' || p.id || ':%' WHERE p.created_at >= $1`, [since]),
    shop<Mail>('SELECT outbox_key FROM mail'),
    shop<Variant>(`SELECT v.* FROM variant v JOIN product p ON p.id = v.product_id WHERE p.slug LIKE 'faults-%'`),
    of<Refund>('refund', 't.created_at'),
    provider<Cart>('SELECT * FROM sandbox.netgiro_cart WHERE reference = ANY($1)', [references]),
    provider<Call>(
      `SELECT l.operation, l.cart_id, c.reference, l.result_code FROM sandbox.netgiro_call l
       JOIN sandbox.netgiro_cart c ON c.id::text = l.cart_id WHERE c.reference = ANY($1)`,
      [references],
    ),
    provider<Delivery>(`SELECT d.* FROM sandbox.netgiro_delivery d ${ours}`, [references]),
    provider<Booked>(`SELECT c.reference, d.amount, d.idempotency_key FROM sandbox.netgiro_refund d ${ours}`, [references]),
    strangers(),
    of<Leaving>('order_leaving', 't.id'),
    shop<Step>('SELECT s.* FROM order_step s JOIN orders o ON o.id = s.order_id WHERE o.created_at >= $1', [since]),
  ])
  return { orders, lines, payments, events, exchanges, callbacks, attention, outbox, mails, variants, refunds, carts, calls, deliveries, booked, unknown, leavings, steps }
}

async function strangers(): Promise<string[]> {
  const origins = (process.env.CALLBACK_ORIGINS ?? process.env.APP_URL ?? '').split(',')
  const latest = await provider<{ reference: string }>(
    `SELECT reference FROM sandbox.netgiro_cart WHERE split_part(callback_url, '/api/', 1) = ANY($1) ORDER BY number DESC LIMIT 1000`,
    [origins],
  )
  const known = await shop<{ reference: string }>('SELECT reference FROM payment WHERE reference = ANY($1)', [latest.map((c) => c.reference)])
  const found = new Set(known.map((p) => p.reference))
  return latest.map((c) => c.reference).filter((reference) => !found.has(reference))
}

export function grouped<T>(rows: readonly T[], key: (row: T) => string): (key: string) => readonly T[] {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return (name) => groups.get(name) ?? []
}
