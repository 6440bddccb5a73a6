'use client'

import { Minus, Plus, X } from 'lucide-react'
import { Picture } from '@/components/shop/picture'
import type { TillItem } from '@/lib/catalogue/till-search'
import type { Locale } from '@/lib/i18n'
import { formatMoney, isk } from '@/lib/money'
import { fill, type TillWords } from './words'

export type SaleLine = { readonly item: TillItem; readonly quantity: number }

type SaleLinesProps = {
  lines: readonly SaleLine[]
  amount: number
  locale: Locale
  words: TillWords
  onQuantity: (variantId: number, quantity: number) => void
  onRemoveAmount: () => void
}

const round = 'grid size-11 cursor-pointer place-items-center rounded-full border border-line hover:border-ink disabled:opacity-40'

/** What is being sold, the latest first under the eye. */
export function SaleLines({ lines, amount, locale, words, onQuantity, onRemoveAmount }: SaleLinesProps) {
  if (!lines.length && !amount) return <p className="rounded-card border border-dashed border-line-strong px-5 py-10 text-center text-muted">{words.empty}</p>
  return (
    <ul aria-label={words.lines} className="grid overflow-hidden rounded-card border border-line bg-surface">
      {lines.map(({ item, quantity }) => {
        const name = `${item.name} ${item.size}`
        const short = quantity > item.available
        return (
          <li key={item.variantId} className="grid grid-cols-[2.5rem_1fr_auto] items-center gap-x-3 gap-y-1 border-line px-4 py-2.5 not-first:border-t sm:grid-cols-[2.5rem_1fr_auto_6.5rem]">
            <span className="overflow-hidden rounded-lg bg-tile">
              <Picture drawing={item.drawing} alt="" />
            </span>
            <span className="min-w-0">
              <span className="block truncate font-semibold">{name}</span>
              <span className={`block text-sm ${short ? 'font-semibold text-bad' : 'text-muted'}`}>
                {short ? (item.available ? fill(words.left, item.available) : words.soldOut) : formatMoney(isk(item.price), locale)}
              </span>
            </span>
            <span className="flex items-center gap-1 max-sm:col-start-2 max-sm:row-start-2">
              <button type="button" className={round} aria-label={fill(quantity > 1 ? words.fewer : words.remove, name)} onClick={() => onQuantity(item.variantId, quantity - 1)}>
                {quantity > 1 ? <Minus aria-hidden className="size-4" /> : <X aria-hidden className="size-4" />}
              </button>
              <span className="w-7 text-center font-semibold tabular-nums">{quantity}</span>
              <button type="button" className={round} disabled={quantity >= 99} aria-label={fill(words.more, name)} onClick={() => onQuantity(item.variantId, quantity + 1)}>
                <Plus aria-hidden className="size-4" />
              </button>
            </span>
            <span className="text-right font-semibold whitespace-nowrap tabular-nums max-sm:col-start-3 max-sm:row-start-1">{formatMoney(isk(item.price * quantity), locale)}</span>
          </li>
        )
      })}
      {amount > 0 && (
        <li className="flex items-center gap-3 border-line px-4 py-2.5 not-first:border-t">
          <span className="flex-1 font-semibold">{words.amountLine}</span>
          <button type="button" className={round} aria-label={fill(words.remove, words.amountLine)} onClick={onRemoveAmount}>
            <X aria-hidden className="size-4" />
          </button>
          <span className="min-w-26 text-right font-semibold whitespace-nowrap tabular-nums">{formatMoney(isk(amount), locale)}</span>
        </li>
      )}
    </ul>
  )
}
