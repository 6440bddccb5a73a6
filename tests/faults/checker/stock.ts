// 13-16: goods held, sold and given back once.
import type { Complain } from '.'
import type { Rows } from './rows'

export function stock(rows: Rows, complain: Complain): void {
  const state = new Map(rows.orders.map((o) => [o.id, o.stock]))
  const held = new Map<number, number>()
  const sold = new Map<number, number>()
  const add = (map: Map<number, number>, key: number, n: number) => map.set(key, (map.get(key) ?? 0) + n)
  const touched = new Set<number>()
  for (const line of rows.lines) {
    // An amount typed at a till: no goods of ours.
    if (line.variant_id === null) continue
    touched.add(line.variant_id)
    if (state.get(line.order_id) === 'held') add(held, line.variant_id, line.quantity)
    if (state.get(line.order_id) === 'sold') add(sold, line.variant_id, line.quantity)
  }
  for (const v of rows.variants) {
    if (v.on_hand < 0 || v.held < 0 || v.held > v.on_hand) complain(13, `variant ${v.id} has ${v.on_hand} and holds ${v.held}`)
    // Shelves are made anew for each stretch of history; others are of an earlier one.
    if (!touched.has(v.id)) continue
    if (v.held !== (held.get(v.id) ?? 0)) complain(14, `variant ${v.id} holds ${v.held}, its open orders ${held.get(v.id) ?? 0}`)
    const initially = Number(v.size)
    if (v.on_hand + (sold.get(v.id) ?? 0) !== initially) complain(14, `variant ${v.id} had ${initially}, sold ${sold.get(v.id) ?? 0} and has ${v.on_hand}`)
  }
  const told = new Set(rows.attention.filter((a) => a.kind === 'paid_late').map((a) => a.payment_id))
  for (const o of rows.orders) {
    const late = rows.payments.some((p) => p.order_id === o.id && told.has(p.id))
    const gone = o.stock === 'sold' || (o.stock === 'released' && late)
    const given = o.stock === 'released'
    const right = { open: o.stock === 'held', paid: gone, part_refunded: gone || given, refunded: gone || given, expired: given, cancelled: given }[o.state]
    if (!right) complain(15, `order ${o.id} is ${o.state} and its goods are ${o.stock}`)
    if (o.paid_at && !/^(paid|part_refunded|refunded)$/.test(o.state)) complain(16, `order ${o.id} was paid and is now ${o.state}`)
  }
}
