// What must hold when everybody is done and the reconciler has been round, by the numbers of docs/reliability.md.
import { moves } from '../checker/moves'
import { rows, type Row } from './tables'
import type { World } from './world'

const over = new Set(['declined', 'cancelled', 'expired', 'failed', 'late_unhonoured', 'confirmed', 'surplus'])

/** Past every deadline: nothing waits but for a person. */
export function stuck(): string[] {
  const waitsForPerson = (p: Row) => p.state === 'reserved' && (p.captureBy === 'merchant' || p.captureBy === 'goods' || p.needsYes === true)
  return rows('payment').filter((p) => !over.has(String(p.state)) && !waitsForPerson(p)).map((p) => `#12 the payment is still ${p.state}`)
}

/** Long past everything. */
export function violations({ provider, complaints }: World, stock: number): string[] {
  const found = complaints.map((complaint) => `#0 ${complaint}`)
  const say = (holds: boolean, complaint: string) => void (holds || found.push(complaint))
  const payments = rows('payment')
  const paymentOf = (reference: string) => payments.find((p) => p.reference === reference)

  for (const order of rows('order')) {
    const mine = payments.filter((p) => p.orderId === order.id)
    const taken = provider.taken.filter(({ cart }) => mine.some((p) => p.reference === cart.reference))
    const confirmed = mine.filter((p) => p.state === 'confirmed')
    say((order.state === 'paid') === (confirmed.length === 1), `#1 the order is ${order.state} with ${confirmed.length} confirmed payments`)
    say((order.state === 'paid') === taken.length > 0, `#1 the order is ${order.state} and the provider took money ${taken.length} times`)
    say(taken.length <= 1, `#2 the provider took money ${taken.length} times for one order`)
    say(order.state !== 'open', '#12 the order is still open')
    say(order.stock === (order.state === 'paid' ? 'sold' : 'released'), `#15 the goods of an order that is ${order.state} are ${order.stock}`)
    const mails = rows('mail').filter((mail) => mines(mail, mine)).length
    say(mails === (order.state === 'paid' ? 1 : 0), `#25 ${mails} mails for an order that is ${order.state}`)
  }
  for (const { cart, by } of provider.taken) {
    const payment = paymentOf(cart.reference)
    say(payment?.state === 'confirmed', `#1 the provider took money for a payment that is ${payment?.state}`)
    if (by === 'callback') say(Boolean(payment?.honouredAt), '#10 the provider took money on a yes of ours that was not committed')
  }
  for (const p of payments) {
    const cart = provider.cartOf(String(p.reference))
    say(over.has(String(p.state)), `#12 after all that time the payment is ${p.state}`)
    say(p.state !== 'failed' || !cart, '#11 the payment failed, and the provider has its cart')
    history(p, say)
  }
  const captures = provider.calls.filter((call) => call === 'ConfirmCart').length
  const intents = rows('paymentEvent').filter((event) => event.to === 'confirming' && event.from !== 'confirming').length
  say(captures <= intents, `#9 ${captures} captures for ${intents} intents`)
  const sold = rows('order').filter((order) => order.stock === 'sold').length
  for (const variant of rows('variant')) {
    say(Number(variant.onHand) + sold === stock, `#14 there were ${stock}, ${sold} are sold and ${variant.onHand} are left`)
    say(Number(variant.held) === 0, `#14 ${variant.held} are held for nobody`)
  }
  return found
}

const mines = (mail: Row, payments: readonly Row[]): boolean => payments.some((p) => String(mail.outboxKey).startsWith(`payment:${p.id}:`))

/** The events lead to the state, without a gap, by listed moves. */
function history(payment: Row, say: (holds: boolean, complaint: string) => void): void {
  let at: unknown = null
  let version = 0
  for (const event of rows('paymentEvent').filter((e) => e.paymentId === payment.id)) {
    version++
    say(event.version === version, `#21 event ${version} has version ${event.version}`)
    say(event.from === at, `#19 event ${version} begins at ${event.from} and not at ${at}`)
    say(event.from === null || event.from === event.to || moves.has(`${event.from}>${event.to}`), `#20 ${event.from} went to ${event.to}`)
    at = event.to
  }
  say(at === payment.state && version === payment.version, `#19 the events lead to ${at}, version ${version}; the row is ${payment.state}, version ${payment.version}`)
}
