import { vatIncluded } from '@/lib/money'
import type { MerchantOrder } from './merchant-queries'
import { deliveryOption, type DeliveryKind } from './delivery'

/** The VAT inside an order's total, by rate in percent, the highest rate first. Rates without VAT are left out. */
export function vatByRate({ lines, delivery, vatTotal }: Pick<MerchantOrder, 'lines' | 'delivery' | 'vatTotal'>): { rate: number; amount: number }[] {
  const amounts = new Map<number, number>()
  const add = (rate: number, amount: number) => amounts.set(rate, (amounts.get(rate) ?? 0) + amount)
  for (const line of lines) add(line.vatRate, line.vatAmount)
  // Frozen with the order, so the delivery's share is what the lines do not account for.
  add(deliveryOption(delivery as DeliveryKind).vatRate, vatTotal - lines.reduce((sum, line) => sum + line.vatAmount, 0))
  return [...amounts].filter(([, amount]) => amount > 0).map(([rate, amount]) => ({ rate, amount })).toSorted((a, b) => b.rate - a.rate)
}

/** What an order's total is made of, VAT included, by rate in percent, the highest rate first. */
export function grossByRate({ lines, delivery, deliveryPrice }: Pick<MerchantOrder, 'lines' | 'delivery' | 'deliveryPrice'>): { rate: number; amount: number }[] {
  const amounts = new Map<number, number>()
  const add = (rate: number, amount: number) => amounts.set(rate, (amounts.get(rate) ?? 0) + amount)
  for (const line of lines) add(line.vatRate, line.lineTotal)
  if (deliveryPrice > 0) add(deliveryOption(delivery as DeliveryKind).vatRate, deliveryPrice)
  return [...amounts].map(([rate, amount]) => ({ rate, amount })).toSorted((a, b) => b.rate - a.rate)
}

/**
 * The VAT inside what stays paid of an order when some was given back. Money goes back without saying for which
 * goods, so with several rates nobody can tell, and the answer is null.
 */
export function vatOfKept({ lines, delivery, deliveryPrice }: Pick<MerchantOrder, 'lines' | 'delivery' | 'deliveryPrice'>, kept: number): { rate: number; amount: number }[] | null {
  if (kept <= 0) return []
  const rates = new Set(lines.map((line) => line.vatRate))
  if (deliveryPrice > 0) rates.add(deliveryOption(delivery as DeliveryKind).vatRate)
  const [rate, ...others] = rates
  return rate === undefined || others.length > 0 ? null : [{ rate, amount: vatIncluded(kept, rate) }]
}
