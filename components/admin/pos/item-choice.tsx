'use client'

import { Picture } from '@/components/shop/picture'
import type { TillItem } from '@/lib/catalogue/till-search'
import type { Locale } from '@/lib/i18n'
import { formatMoney, isk } from '@/lib/money'
import { fill, type TillWords } from './words'

type ItemChoiceProps = { items: readonly TillItem[]; locale: Locale; words: TillWords; onPick: (item: TillItem) => void }

/** What was typed may have meant one of these. */
export function ItemChoice({ items, locale, words, onPick }: ItemChoiceProps) {
  return (
    <ul aria-label={words.pick} className="grid gap-2 sm:grid-cols-2">
      {items.map((item) => (
        <li key={item.variantId}>
          <button
            type="button"
            onClick={() => onPick(item)}
            className="grid min-h-16 w-full cursor-pointer grid-cols-[2.25rem_1fr_auto] items-center gap-3 rounded-field border border-line bg-surface px-3 py-2 text-left hover:border-ink"
          >
            <span className="overflow-hidden rounded-lg bg-tile">
              <Picture drawing={item.drawing} alt="" />
            </span>
            <span className="min-w-0">
              <span className="block truncate font-semibold">
                {item.name} {item.size}
              </span>
              <span className={`block text-sm ${item.available ? 'text-muted' : 'text-bad'}`}>{item.available ? fill(words.left, item.available) : words.soldOut}</span>
            </span>
            <span className="text-sm font-semibold whitespace-nowrap tabular-nums">{formatMoney(isk(item.price), locale)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
