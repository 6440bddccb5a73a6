// What is done about the goods of an order, and what may follow what. Pure: pages read it too.
import type { DeliveryKind } from './delivery'

/** `ready`: to be collected. `collected`: handed over. The database's CHECK order_step_known names the same. */
export const steps = ['packed', 'ready', 'sent', 'collected'] as const
export type Step = (typeof steps)[number]

type Following = Readonly<Record<Step | 'none', readonly Step[]>>

// Whoever packs little marks nothing as packed. Sent twice: another parcel, or a tracking link put right.
const byPost: Following = { none: ['packed', 'sent'], packed: ['sent'], ready: [], sent: ['sent'], collected: [] }

/** By how the goods reach the shopper: the steps that may follow the latest one, the usual one last. */
export const following: Readonly<Record<DeliveryKind, Following>> = {
  // Whoever stands at the counter before the mail went needs none.
  collect: { none: ['collected', 'packed', 'ready'], packed: ['collected', 'ready'], ready: ['collected'], sent: [], collected: [] },
  post: byPost,
  home: byPost,
}

/** What the shopper is told by mail. That it is packed stands on the order's page; who collected it was there. */
export const isMailed: Readonly<Record<Step, boolean>> = { packed: false, ready: true, sent: true, collected: false }

/** Packed goods are still here, and their money need only be reserved: any other step asks for it to be taken. */
export const isLeaving = (step: Step): boolean => step !== 'packed'

type Paid = { readonly state: string; readonly channel: string }
type Goods = Paid & {
  /** Its money is reserved, and taken when the goods leave. */
  readonly reserved: boolean
  readonly delivery: string
  readonly fulfilment: string | null
}

/** Its money is here, all or some of it, and the goods did not leave with the customer. */
export const isToBeFulfilled = ({ state, channel }: Paid): boolean =>
  channel === 'webshop' && (state === 'paid' || state === 'part_refunded')

/** Its goods are somebody's business: paid, or reserved until they leave. */
export const isToBePacked = (order: Paid & Pick<Goods, 'reserved'>): boolean =>
  isToBeFulfilled(order) || (order.channel === 'webshop' && order.state === 'open' && order.reserved)

/** The steps that may be taken for an order now, those among them for which its money must be taken first. */
export function nextSteps(order: Goods): readonly Step[] {
  if (!isToBePacked(order)) return []
  return following[order.delivery as DeliveryKind][(order.fulfilment ?? 'none') as Step | 'none']
}

/** The step by which an order's goods are sent, or told to be ready, for the first time: what is pressed for many orders at once. */
export const leavingStep = (order: Goods): Step | undefined =>
  nextSteps(order).find((step) => (step === 'sent' || step === 'ready') && step !== order.fulfilment)
