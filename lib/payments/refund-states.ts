// The life of a refund, and how long we are patient with it. Pure.

export const refundStates = [
  'requested', // the intent is committed; if a call was made, its bytes provably never left
  'sent', // a call is on its way
  'unknown', // a call may have succeeded unheard
  'succeeded',
  'refused', // the provider named a refusal of the first call that reached it: the amount is free again
] as const
export type RefundState = (typeof refundStates)[number]

/** What counts as given back: everything that may have been, and all but a refusal may. */
export const isSpent = (state: string): boolean => state !== 'refused'
export const isSettled = (state: string): boolean => state === 'succeeded' || state === 'refused'

const minutes = [1, 2, 4, 8, 15, 30]

/** When the next try is due after `tries` of them; null when a person must look. */
export function nextTryAt(tries: number, now: Date): Date | null {
  const wait = minutes[tries - 1]
  return wait === undefined ? null : new Date(now.getTime() + wait * 60_000)
}
