import type { StockState } from './types'

/** From here down the shelf is called nearly empty. */
const few = 3

export function stockState(available: number): StockState {
  if (available <= 0) return 'sold_out'
  return available <= few ? 'few_left' : 'in_stock'
}
