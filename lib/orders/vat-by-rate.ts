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
