// 5, 6, 8: money on its way back, what we believe of it against what the provider booked.
import type { Complain } from '.'
import { grouped, type Booked, type Cart, type Payment, type Refund, type Rows } from './rows'

const settled = new Set(['succeeded', 'refused'])
const sum = (amounts: readonly { amount: number }[]) => amounts.reduce((total, { amount }) => total + amount, 0)

export function refunds(rows: Rows, complain: Complain): void {
  const refundsOf = grouped(rows.refunds, (r) => r.payment_id)
  const bookedOf = grouped(rows.booked, (b) => b.reference)
  const cartsOf = grouped(rows.carts, (c) => c.reference)
  const exchangesOf = grouped(rows.exchanges, (e) => e.payment_id)
  const callsOf = grouped(rows.calls, (c) => c.reference ?? '')
  const orders = new Map(rows.orders.map((o) => [o.id, o]))
  const told = (p: Payment, kind: string) => rows.attention.some((a) => a.payment_id === p.id && a.kind === kind)

  for (const p of rows.payments) {
    const asked = refundsOf(p.id)
    const booked = bookedOf(p.reference)
    const spent = sum(asked.filter((r) => r.state !== 'refused'))
    const captured = capturedOf(cartsOf(p.reference))
    if (spent > captured) complain(5, `payment ${p.id}: ${spent} are given back or may be, of ${captured} that were taken`)
    if (sum(booked) > captured) complain(5, `payment ${p.id}: the provider gave back ${sum(booked)} of ${captured}`)

    const byKey = grouped(booked, (b) => b.idempotency_key)
    for (const r of asked) one(p, r, byKey(r.idempotency_key))
    const keys = new Set(asked.map((r) => r.idempotency_key))
    for (const b of booked) if (!keys.has(b.idempotency_key)) complain(8, `payment ${p.id}: the provider booked ${b.amount} under a key that no refund has`)
    sent(p, asked)
    order(p, asked)
    if (told(p, 'refund_differs')) complain(6, `payment ${p.id}: somebody was told that the books differ, though they never did`)
  }

  function one(p: Payment, r: Refund, booked: readonly Booked[]): void {
    if (booked.length > 1) complain(8, `refund ${r.id} was booked ${booked.length} times`)
    for (const b of booked) if (b.amount !== r.amount) complain(6, `refund ${r.id} is over ${r.amount}, the provider gave back ${b.amount}`)
    if (r.state === 'succeeded' && !booked.length) complain(6, `refund ${r.id} is succeeded, and the provider booked nothing`)
    if (r.state === 'refused' && booked.length) complain(6, `refund ${r.id} is refused, and the provider booked it`)
    if (settled.has(r.state)) return
    // At rest only a person can still end it, and knows.
    if (r.next_try_at) complain(12, `refund ${r.id} is still ${r.state} after ${r.tries} tries`)
    else if (!told(p, 'refund_unclear')) complain(12, `refund ${r.id} is ${r.state}, is not tried again, and nobody is told`)
  }

  /** Each call carries the key and the amount of a refund that was written down before it, and is one of its counted tries. */
  function sent(p: Payment, asked: readonly Refund[]): void {
    const calls = exchangesOf(p.id).filter((e) => e.operation === 'refund')
    for (const call of calls) {
      const refund = asked.find((r) => r.idempotency_key === call.request.idempotencyKey)
      if (!refund) complain(8, `payment ${p.id}: a refund was sent with a key that no refund has`)
      else if (refund.amount !== call.request.refundAmount || p.transaction_id !== call.request.transactionId) complain(8, `refund ${refund.id}: another content was sent with its key`)
      else if (refund.created_at > call.sent_at) complain(8, `refund ${refund.id} was sent before it was written down`)
    }
    for (const r of asked) {
      const made = calls.filter((call) => call.request.idempotencyKey === r.idempotency_key).length
      if (made > r.tries) complain(9, `refund ${r.id} was sent ${made} times for ${r.tries} intents`)
    }
    const seen = callsOf(p.reference).filter((c) => c.operation === 'refund').length
    if (seen > calls.length) complain(22, `the provider saw ${seen} refunds of payment ${p.id}, written down are ${calls.length}`)
  }

  /** The order says of itself what went back; the refund of a surplus is none of its. */
  function order(p: Payment, asked: readonly Refund[]): void {
    const found = orders.get(p.order_id)
    if (p.state !== 'confirmed' || !found) return
    const back = sum(asked.filter((r) => r.state === 'succeeded'))
    const right = back === 0 ? 'paid' : back < p.amount ? 'part_refunded' : 'refunded'
    if (found.state !== right) complain(6, `order ${p.order_id} is ${found.state} after ${back} of ${p.amount} went back`)
  }
}

const capturedOf = (carts: readonly Cart[]): number => sum(carts.filter((c) => c.state === 'paid'))
