// 19-25: what is written down, and what follows from it once.
import type { Complain, Stage } from '.'
import { moves } from './moves'
import { grouped, type Rows } from './rows'

export function record(rows: Rows, complain: Complain, stage: Stage): void {
  const eventsOf = grouped(rows.events, (e) => e.payment_id)
  const cartOf = new Map(rows.carts.map((c) => [c.id, c]))
  const seen = new Map<string, string>()
  for (const p of rows.payments) {
    const events = eventsOf(p.id)
    let state: string | null = null
    for (const [i, e] of events.entries()) {
      if (e.version !== i + 1) complain(21, `payment ${p.id}: event ${i + 1} has version ${e.version}`)
      if (e.from !== state) complain(19, `payment ${p.id}: event ${e.version} goes from ${e.from}, the one before led to ${state}`)
      if (e.from !== null && e.from !== e.to && !moves.has(`${e.from}>${e.to}`)) complain(20, `payment ${p.id} went from ${e.from} to ${e.to}`)
      if (e.from === null && e.to !== 'created') complain(20, `payment ${p.id} began as ${e.to}`)
      state = e.to
    }
    if (state !== p.state) complain(19, `payment ${p.id} is ${p.state}, its events lead to ${state}`)
    if (events.length !== p.version) complain(21, `payment ${p.id} has version ${p.version} and ${events.length} events`)
    if (p.transaction_id) {
      const cart = cartOf.get(p.transaction_id)
      if (cart && cart.reference !== p.reference) complain(23, `payment ${p.id} is bound to a cart of another reference`)
      const other = seen.get(p.transaction_id)
      if (other) complain(23, `payments ${other} and ${p.id} are bound to one transaction`)
      seen.set(p.transaction_id, p.id)
    }
  }

  const referenceOf = new Map(rows.payments.map((p) => [p.id, p.reference]))
  for (const c of rows.callbacks) {
    // Without an answer it was never judged: its worker died.
    if (c.answered === null) continue
    const named = c.body.ReferenceNumber
    if (c.signature === 'valid' && c.verdict === 'accepted' && named !== undefined && named !== referenceOf.get(c.payment_id)) complain(24, `a callback for another payment was accepted for ${c.payment_id}`)
    if (c.signature === 'invalid' && c.verdict !== 'forged') complain(24, `a forged callback of payment ${c.payment_id} counts as ${c.verdict}`)
  }

  const mails = new Set(rows.mails.map((m) => m.outbox_key))
  const outboxOf = grouped(rows.outbox, (x) => x.payload.orderId)
  for (const o of rows.orders) {
    const effects = outboxOf(o.id).filter((x) => x.kind === 'mail.order_paid')
    // At a till nobody leaves an address.
    const wanted = o.channel !== 'pos' && /^(paid|part_refunded|refunded)$/.test(o.state) ? 1 : 0
    if (effects.length !== wanted) complain(25, `order ${o.id} is ${o.state} and has ${effects.length} mails to send`)
    for (const effect of effects) {
      if (!effect.done_at) complain(25, `the mail of order ${o.id} was not sent`)
      else if (!mails.has(`${effect.cause_key}:${effect.kind}`)) complain(25, `the mail of order ${o.id} is marked as sent and is not there`)
    }
  }
  if (stage.allOver) {
    for (const p of rows.payments) if (p.unknown_since && !rows.attention.some((a) => a.payment_id === p.id) && p.state === 'confirm_unknown') complain(12, `payment ${p.id} is unknown and nobody is told`)
  }
}
