// What is done about the goods of a paid order, and what may follow what. Pure: pages read it too.
import type { DeliveryKind } from './delivery'

/** `ready`: to be collected. The database's CHECK order_step_known names the same. */
export const steps = ['packed', 'ready', 'sent'] as const
export type Step = (typeof steps)[number]

type Following = Readonly<Record<Step | 'none', readonly Step[]>>

// Whoever packs little marks nothing as packed. Sent twice: another parcel, or a tracking link put right.
const byPost: Following = { none: ['packed', 'sent'], packed: ['sent'], ready: [], sent: ['sent'] }

/** By how the goods reach the shopper: the steps that may follow the latest one. */
export const following: Readonly<Record<DeliveryKind, Following>> = {
  collect: { none: ['packed', 'ready'], packed: ['ready'], ready: [], sent: [] },
  post: byPost,
  home: byPost,
}

/** What the shopper is told by mail. That it is packed stands on the order's page, and is no news to act on. */
export const isMailed: Readonly<Record<Step, boolean>> = { packed: false, ready: true, sent: true }

type Goods = { readonly state: string; readonly channel: string; readonly delivery: string; readonly fulfilment: string | null }

/** Its money is here, all or some of it, and the goods did not leave with the customer. */
export const isToBeFulfilled = ({ state, channel }: Pick<Goods, 'state' | 'channel'>): boolean =>
  channel === 'webshop' && (state === 'paid' || state === 'part_refunded')

/** The steps that may be taken for an order now. */
export function nextSteps(order: Goods): readonly Step[] {
  if (!isToBeFulfilled(order)) return []
  return following[order.delivery as DeliveryKind][(order.fulfilment ?? 'none') as Step | 'none']
}
