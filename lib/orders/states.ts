// The states of an order. The database's CHECK orders_state_known names the same.

export const orderStates = ['open', 'paid', 'part_refunded', 'refunded', 'expired', 'cancelled'] as const
export type OrderState = (typeof orderStates)[number]

/** Its money was taken, whatever was given back of it since: such an order is never opened or paid again. */
export const isPaid = (state: string): boolean => state === 'paid' || state === 'part_refunded' || state === 'refunded'
