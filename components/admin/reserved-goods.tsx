import { Notice } from '@/components/ui/notice'
import { words, type Locale } from '@/lib/i18n'
import { formatDay, formatTime } from '@/lib/i18n/dates'

type ReservedGoodsProps = {
  amount: string
  hold: { endsAt: Date; soon: boolean }
  /** The steps that take the payment are there to be pressed. */
  offered: boolean
  locale: Locale
}

/** That the money is only reserved, what takes it, and how long there is time for that. */
export function ReservedGoods({ amount, hold: { endsAt, soon }, offered, locale }: ReservedGoodsProps) {
  const t = words(locale, 'leaving')
  const until = { day: formatDay(endsAt, locale), time: formatTime(endsAt, locale) }
  return (
    <Notice tone={soon ? 'warn' : 'info'}>
      <p>{t(offered ? 'reserved' : 'reservedPacked', { amount })}</p>
      <p className={soon ? 'mt-1 font-semibold' : 'mt-1'}>{t(soon ? 'soon' : 'until', until)}</p>
    </Notice>
  )
}
