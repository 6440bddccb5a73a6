import { ReturnForm } from '@/components/account/return-form'
import { Notice } from '@/components/ui/notice'
import { formatDateTime } from '@/lib/dates'
import { words, type Locale } from '@/lib/i18n'
import { newId } from '@/lib/ids'
import { longestReason, returnsOf } from '@/lib/orders/withdrawals'
import { returnGoods } from './actions'

const problems = ['over', 'nothing', 'tooMany', 'reasonLong', 'reasonStrange', 'tooOften', 'stale', 'foreign_origin'] as const

/** What the shopper sends back, and the form to say so while the 14 days last. */
export async function OrderReturns({ orderId, token, locale }: { orderId: string; token: string; locale: Locale }) {
  const returns = await returnsOf(orderId)
  if (!returns || (!returns.open && !returns.asked.length)) return null
  const t = words(locale, 'returns')
  return (
    <section aria-labelledby="returns" className="grid gap-4 print:hidden">
      <h2 id="returns" className="text-2xl font-semibold">
        {t('title')}
      </h2>
      {returns.asked.map(({ id, at, settledAt, lines }) => (
        <Notice
          key={String(id)}
          tone={settledAt ? 'neutral' : 'good'}
          title={t(settledAt ? 'askedSettled' : 'asked', { date: formatDateTime(at, locale) })}
        >
          <ul>
            {lines.map(({ name, size, quantity }) => (
              <li key={`${name} ${size}`}>
                {quantity} × {name}
                {size && ` (${size})`}
              </li>
            ))}
          </ul>
          {!settledAt && <p className="mt-2">{t.rich('next', { how: (chunks) => <a href={`/${locale}/returns`}>{chunks}</a> })}</p>}
        </Notice>
      ))}
      {returns.open && returns.until && (
        <>
          <p className="text-muted">{t('open', { date: formatDateTime(returns.until, locale) })}</p>
          <ReturnForm
            // Taken, the form begins anew with what is left.
            key={returns.asked.length}
            action={returnGoods}
            hidden={{ token, formKey: newId() }}
            begin={t('begin')}
            close={t('close')}
            lines={returns.lines
              .filter(({ left }) => left > 0)
              .map(({ id, name, size, left }) => ({
                name: `line-${id}`,
                label: size ? t('howManySize', { name, size }) : t('howMany', { name }),
                left,
              }))}
            reason={{ label: t('reason'), note: t('optional'), hint: t('reasonHint'), longest: longestReason }}
            none={t('none')}
            submit={t('submit')}
            submitting={t('submitting')}
            messages={Object.fromEntries(problems.map((key) => [key, t(`problem.${key}`)]))}
          />
        </>
      )}
    </section>
  )
}
