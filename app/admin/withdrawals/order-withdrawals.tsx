import { SubmitButton } from '@/components/ui/submit-button'
import { words, type Locale } from '@/lib/i18n'
import { formatDay, formatTime } from '@/lib/i18n/dates'
import { returnsOf } from '@/lib/orders/withdrawals'
import { settle } from './actions'

type OrderWithdrawalsProps = { orderId: string; maySettle: boolean; particulars: boolean; locale: Locale }

/** What a shopper wants to send back, the open ones to be dealt with; nothing for an order nobody returns from. */
export async function OrderWithdrawals({ orderId, maySettle, particulars, locale }: OrderWithdrawalsProps) {
  const returns = await returnsOf(orderId)
  if (!returns?.asked.length) return null
  const t = words(locale, 'returns')
  const open = returns.asked.some(({ settledAt }) => !settledAt)
  return (
    <section
      aria-labelledby="withdrawals"
      className={`grid gap-4 rounded-card border bg-surface p-5 ${open ? 'border-warn' : 'border-line'}`}
    >
      <h2 id="withdrawals" className="text-lg font-semibold">
        {t('admin.title')}
      </h2>
      <ul className="grid gap-4">
        {returns.asked.map(({ id, at, reason, settledAt, lines }) => (
          <li key={String(id)} className="grid gap-2 border-t border-line pt-3 first:border-t-0 first:pt-0">
            <p className="text-sm text-muted">{t('admin.at', { day: formatDay(at, locale), time: formatTime(at, locale) })}</p>
            <ul className="font-semibold">
              {lines.map(({ name, size, quantity }) => (
                <li key={`${name} ${size}`}>
                  {quantity} × {name}
                  {size && ` (${size})`}
                </li>
              ))}
            </ul>
            {reason && particulars && <p className="wrap-anywhere whitespace-pre-line">{t('admin.reason', { reason })}</p>}
            {settledAt ? (
              <p className="text-sm text-muted">{t('admin.settledAt', { day: formatDay(settledAt, locale) })}</p>
            ) : (
              maySettle && (
                <form action={settle}>
                  <input type="hidden" name="withdrawal" value={String(id)} />
                  <SubmitButton variant="secondary" size="small" pendingLabel={t('admin.settling')}>
                    {t('admin.settle')}
                  </SubmitButton>
                </form>
              )
            )}
          </li>
        ))}
      </ul>
      {open && maySettle && <p className="text-sm text-muted">{t('admin.hint')}</p>}
    </section>
  )
}
