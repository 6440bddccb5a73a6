import type { ReactNode } from 'react'
import { Picture } from '@/components/shop/picture'
import { Amount } from '@/components/ui/amount'
import { words, type Locale } from '@/lib/i18n'
import { formatMoney, isk } from '@/lib/money'

export type SummaryLine = {
  readonly name: string
  readonly drawing: string | null
  readonly quantity: number
  readonly lineTotal: number
  readonly detail: string
  /** Why it is not bought as it stands; its sum is struck through then. */
  readonly shortage?: string
}

type Detailed = { readonly size: string; readonly quantity: number; readonly unitPrice: number }

/** "Size M · 2 × 5.900 kr." */
export function lineDetail({ size, quantity, unitPrice }: Detailed, locale: Locale): string {
  const t = words(locale, 'checkout')
  const times = quantity > 1 ? ` · ${t('quantityTimes', { quantity: String(quantity), price: formatMoney(isk(unitPrice), locale) })}` : ''
  return size ? `${t('cart.size', { size })}${times}` : times.replace(/^ · /, '')
}

/** The goods of an order in few words: a small picture, the name, what it costs. */
export function SummaryLines({ lines, locale }: { lines: readonly SummaryLine[]; locale: Locale }) {
  return (
    <ul className="grid gap-4">
      {lines.map((line, index) => (
        <li key={index} className="grid grid-cols-[3.5rem_1fr_auto] items-center gap-x-4">
          <span className="overflow-hidden rounded-field bg-tile">{line.drawing && <Picture drawing={line.drawing} alt="" eager />}</span>
          <span className="grid">
            <span className="leading-snug font-semibold">{line.name}</span>
            <span className="text-sm text-muted">{line.detail}</span>
            {line.shortage && <span className="text-sm font-semibold text-bad">{line.shortage}</span>}
          </span>
          {line.shortage ? (
            <s className="text-muted">
              <Amount value={line.lineTotal} locale={locale} />
            </s>
          ) : (
            <Amount value={line.lineTotal} locale={locale} />
          )}
        </li>
      ))}
    </ul>
  )
}

/** A label and an amount on one line; several make a sum. */
export function SumRow({ label, strong, children }: { label: string; strong?: boolean; children: ReactNode }) {
  return (
    <div
      className={
        strong
          ? 'flex flex-wrap items-baseline justify-between gap-x-4 text-2xl font-semibold'
          : 'flex flex-wrap justify-between gap-x-4 text-muted'
      }
    >
      <dt className={strong ? 'text-xl' : undefined}>{label}</dt>
      <dd className="ml-auto">{children}</dd>
    </div>
  )
}
