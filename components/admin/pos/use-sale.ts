'use client'

import { useState } from 'react'
import type { TillItem } from '@/lib/catalogue/till-search'
import type { SaleLine } from './sale-lines'

/** The sale as it grows: items, and an amount beside them. The shop takes its prices from its own books. */
export function useSale() {
  const [lines, setLines] = useState<readonly SaleLine[]>([])
  const [amount, setAmount] = useState(0)

  const setQuantity = (variantId: number, quantity: number) =>
    setLines((now) => (quantity < 1 ? now.filter(({ item }) => item.variantId !== variantId) : now.map((line) => (line.item.variantId === variantId ? { ...line, quantity: Math.min(99, quantity) } : line))))

  const add = (item: TillItem) =>
    setLines((now) => {
      const before = now.find((line) => line.item.variantId === item.variantId)
      const rest = now.filter((line) => line !== before)
      return [{ item, quantity: Math.min(99, (before?.quantity ?? 0) + 1) }, ...rest]
    })

  return {
    lines,
    amount,
    total: amount + lines.reduce((sum, { item, quantity }) => sum + item.price * quantity, 0),
    add,
    setQuantity,
    addAmount: (more: number) => setAmount((now) => now + more),
    removeAmount: () => setAmount(0),
  }
}
