import type { Locale } from '@/lib/i18n'
import { formatMoney, isk, type Money } from '@/lib/money'
import { cn } from './cn'

/** An amount of money that never breaks across lines; a bare number is krónur. Server components only. */
export function Amount({ value, locale, className }: { value: number | Money; locale: Locale; className?: string }) {
  return <span className={cn('amount', className)}>{formatMoney(typeof value === 'number' ? isk(value) : value, locale)}</span>
}
