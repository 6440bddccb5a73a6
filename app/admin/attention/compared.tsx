import { words, type Locale } from '@/lib/i18n'
import { formatDay } from '@/lib/i18n/dates'
import { lastCompare } from '@/lib/payments/daily-compare'

/** When the gateways' books were last laid beside ours, and what came of it. Nothing before the first time. */
export async function Compared({ locale }: { locale: Locale }) {
  const last = await lastCompare()
  if (!last) return null
  const t = words(locale, 'keeping')
  const { planned, compared, differing, unanswered } = last
  return (
    <p className="text-sm text-muted">
      {t(last.finishedAt ? 'compare.done' : 'compare.underWay', { day: formatDay(last.day, locale), planned, compared, differing })}
      {unanswered > 0 && ` ${t('compare.unanswered', { unanswered })}`}
    </p>
  )
}
