// 1-4, 7, 9-12, 17, 18: what the provider holds against what the shop believes.
import type { Complain, Stage } from '.'
import { grouped, type Cart, type Payment, type Rows } from './rows'

const active = new Set(['created', 'sent', 'unknown', 'pending', 'needs_code', 'reserved', 'confirming', 'confirm_unknown', 'cancelling'])
const waiting = new Set(['pending', 'needs_code', 'reserved'])

export function money(rows: Rows, complain: Complain, stage: Stage): void {
  const paymentsOf = grouped(rows.payments, (p) => p.order_id)
  const cartsOf = grouped(rows.carts, (c) => c.reference)
  const eventsOf = grouped(rows.events, (e) => e.payment_id)
  const exchangesOf = grouped(rows.exchanges, (e) => e.payment_id)
  const callsOf = grouped(rows.calls, (c) => c.reference ?? '')
  const attentionOf = grouped(rows.attention, (a) => a.payment_id)
  const linesOf = grouped(rows.lines, (l) => l.order_id)
  const told = (p: Payment, kind: string) => attentionOf(p.id).some((a) => a.kind === kind)
  /** Automatic, its answer and its callbacks lost: it cannot be found, and a person is told (docs/reliability.md). */
  const residue = (p: Payment) => p.capture_mode === 'automatic' && p.transaction_id === null && (p.state === 'expired' || p.state === 'cancelled') && told(p, 'unbound')

  for (const { state, ...order } of rows.orders) {
    // Whatever of it was given back since: it was paid.
    const orderIs = state === 'part_refunded' || state === 'refunded' ? 'paid' : state
    const payments = paymentsOf(order.id)
    const paid = payments.flatMap((p) => cartsOf(p.reference).filter((c) => c.state === 'paid').map((cart) => ({ p, cart })))
    const known = paid.filter(({ p }) => !residue(p))
    if (orderIs === 'paid' && !known.length) complain(1, `order ${order.id} is paid and the provider holds no payment`)
    if (orderIs !== 'paid' && known.length) complain(1, `order ${order.id} is ${orderIs} and the provider holds ${known.length} payments: ${known.map(({ p }) => `${p.id} ${p.state}`).join(', ')}`)
    const confirmed = payments.filter((p) => p.state === 'confirmed')
    if ((orderIs === 'paid') !== (confirmed.length === 1)) complain(1, `order ${order.id} is ${orderIs} with ${confirmed.length} confirmed payments`)
    for (const p of confirmed) if (!paid.some((one) => one.p === p)) complain(1, `payment ${p.id} is confirmed and the provider holds nothing for it`)
    if (confirmed.length > 1) complain(2, `order ${order.id} has ${confirmed.length} confirmed payments`)
    if (payments.filter((p) => active.has(p.state)).length > 1) complain(2, `order ${order.id} has several active payments`)
    if (known.length > 1 && !known.every(({ p }) => p.state === 'confirmed' || (p.state === 'surplus' && told(p, 'surplus')))) {
      complain(3, `order ${order.id} was paid ${known.length} times and nobody is told`)
    }
    for (const p of payments) if (p.amount !== order.total) complain(17, `payment ${p.id} is over ${p.amount}, its order over ${order.total}`)
    if ((orderIs === 'expired' || orderIs === 'cancelled') && payments.some((p) => active.has(p.state))) complain(18, `order ${order.id} is ${orderIs} while a payment can still take money`)
    const sum = linesOf(order.id).reduce((total, line) => total + line.line_total, order.delivery_price)
    if (sum !== order.total) complain(7, `the lines of order ${order.id} make ${sum}, its total is ${order.total}`)
  }

  for (const p of rows.payments) {
    const carts = cartsOf(p.reference)
    const events = eventsOf(p.id)
    const calls = exchangesOf(p.id)
    if (carts.length > 1) complain(9, `payment ${p.id} made ${carts.length} carts at the provider`)
    for (const cart of carts) {
      if (cart.amount !== p.amount) complain(4, `payment ${p.id} is over ${p.amount}, its cart over ${cart.amount}`)
      ends(p, cart)
    }
    const inserts = calls.filter((c) => c.operation === 'InsertCart').length
    // The same call passes on the code a customer reads out.
    const codes = calls.filter((c) => c.operation === 'ConfirmCart' && c.request.withIdentifier === true).length
    const captures = calls.filter((c) => c.operation === 'ConfirmCart').length - codes
    if (inserts > 1) complain(9, `payment ${p.id} was started ${inserts} times`)
    if (inserts && !events.some((e) => e.to === 'sent')) complain(9, `payment ${p.id} was started without a committed intent`)
    if (captures > events.filter((e) => e.to === 'confirming').length) complain(9, `payment ${p.id} was captured ${captures} times for ${events.filter((e) => e.to === 'confirming').length} intents`)
    if (codes > p.code_tries || p.code_tries > 5) complain(9, `payment ${p.id}: ${codes} codes were passed on, ${p.code_tries} were counted`)
    const seenByProvider = callsOf(p.reference)
    for (const operation of ['InsertCart', 'ConfirmCart', 'CancelCart'] as const) {
      const there = seenByProvider.filter((c) => c.operation === operation).length
      const here = calls.filter((c) => c.operation === operation).length
      if (there > here) complain(22, `the provider saw ${there} ${operation} for payment ${p.id}, written down are ${here}`)
    }
    if (seenByProvider.filter((c) => c.operation === 'ConfirmCart' && c.result_code === 10203).length > 0 && p.state === 'confirmed') {
      const unsure = events.some((e) => e.to === 'confirm_unknown')
      if (!unsure) complain(10, `payment ${p.id} was captured again after it was confirmed`)
    }
    if (captures && p.capture_mode !== 'manual') complain(10, `payment ${p.id} is ${p.capture_mode} and was captured by us`)
    cancelled(p)
    if (p.state === 'failed') failed(p, carts)
    if (stage.allOver && active.has(p.state)) complain(12, `payment ${p.id} is still ${p.state}`)
    if (!stage.allOver && active.has(p.state) && !mayWait(p)) complain(12, `payment ${p.id} is still ${p.state} past its deadline`)
    if (p.capture_mode === 'callback' && carts.some((c) => c.state === 'paid') && !p.honoured_at) complain(10, `payment ${p.id} was taken by the provider on an answer nobody had committed`)
  }
  for (const reference of rows.unknown) complain(9, `the provider was asked for ${reference}, which no payment has`)

  /** Past every deadline: reservations somebody must still decide about, until the provider lets them lapse. */
  function mayWait(p: Payment): boolean {
    return p.state === 'reserved' && (p.needs_yes || p.capture_by === 'merchant' || p.capture_by === 'goods' || told(p, 'contradiction') || told(p, 'amount_mismatch'))
  }

  function ends(p: Payment, cart: Cart): void {
    const over = ['declined', 'cancelled', 'expired', 'failed'].includes(p.state)
    if (over && p.transaction_id && waiting.has(cart.state)) complain(18, `payment ${p.id} is ${p.state} and its cart is still ${cart.state} at the provider`)
    if (cart.state === 'paid' && p.state !== 'confirmed' && p.state !== 'surplus' && !residue(p)) complain(1, `the provider took the money of payment ${p.id}, which is ${p.state}`)
  }

  /** A shopper's cancel that lost against the customer's yes takes no money without a renewed yes. */
  function cancelled(p: Payment): void {
    if (p.cancel_by !== 'shopper') return
    const events = eventsOf(p.id)
    const asked = events.findIndex((e) => e.cause === 'shopper' && (e.to === 'cancelling' || (e.from === e.to && (e.to === 'sent' || e.to === 'unknown'))))
    if (asked < 0) return
    const captured = events.findIndex((e, i) => i > asked && e.to === 'confirming')
    if (captured < 0) return
    const renewed = events.some((e, i) => i > asked && i < captured && e.from === 'reserved' && e.to === 'reserved' && e.cause === 'shopper')
    if (!renewed) complain(10, `payment ${p.id} was cancelled by the shopper and captured without a renewed yes`)
  }

  /** Only a refusal by name, or proof that nothing was sent, is a failure. */
  function failed(p: Payment, carts: readonly Cart[]): void {
    const calls = exchangesOf(p.id)
    const insert = calls.find((c) => c.operation === 'InsertCart')
    const refused = calls.some((c) => c.outcome === 'refused' || c.error === 'not_sent')
    const seen = calls.some((c) => c.operation === 'CheckCart' && (c.code === '10304' || c.code === '10306'))
    if (insert && !refused && !seen) complain(11, `payment ${p.id} is failed, though nobody refused it`)
    if (carts.length && !seen && refused && insert?.outcome !== 'refused') complain(11, `payment ${p.id} is failed, and the provider has it as ${carts[0]?.state}`)
  }
}
