import { Suspense } from 'react'
import { AutoRefresh } from '@/components/admin/auto-refresh'
import { Facts } from '@/components/admin/facts'
import { gatewayName } from '@/components/admin/gateway-name'
import { Books } from '@/components/admin/refunds/books'
import { RefundForm } from '@/components/admin/refunds/refund-form'
import { RefundList } from '@/components/admin/refunds/refund-list'
import { UnclearActions } from '@/components/admin/refunds/unclear-actions'
import { namesOfActors } from '@/lib/auth/queries'
import { atLeast, needed, refundLimit, type Role } from '@/lib/auth/roles'
import { words, type Locale } from '@/lib/i18n'
import { formatDay } from '@/lib/i18n/dates'
import { newId } from '@/lib/ids'
import { formatMoney, type Currency } from '@/lib/money'
import { refundsOf, type RefundRow } from '@/lib/payments/refund'
import { comparePayment } from '@/lib/payments/refund-compare'
import { settlementDayIn } from '@/lib/payments/settlement'
import { refund, retry, settle } from './actions'
import { refundMessages } from './messages'

type Payment = {
  readonly id: string
  readonly state: string
  readonly gateway: string
  readonly currency: string
  readonly createdAt: Date
}
type Props = { payment: Payment; role: Role; locale: Locale }

/** Money on its way back, and the provider's books beside ours. Nothing for a payment whose money was never taken. */
export async function PaymentRefunds({ payment, role, locale }: Props) {
  if (payment.state !== 'confirmed' && payment.state !== 'surplus') return null
  const refunds = await refundsOf(payment.id)
  const names = await namesOfActors(refunds.rows.map((row) => row.actor))
  const t = words(locale, 'admin')
  const currency = payment.currency as Currency
  const money = (amount: number) => formatMoney({ amount, currency }, locale)
  const gateway = gatewayName(payment.gateway, locale)
  const mayRefund = atLeast(role, needed.refund)
  const limit = refundLimit(role)
  const messages = refundMessages(locale)
  const onItsWay = refunds.rows.some((row) => row.state === 'sent' || (row.state === 'requested' && row.tries === 0))
  return (
    <section aria-labelledby={`refunds-${payment.id}`} className="grid gap-4 rounded-card border border-line bg-surface p-5">
      {onItsWay && <AutoRefresh everyMs={2_000} />}
      <div>
        <h2 id={`refunds-${payment.id}`} className="text-lg font-semibold">
          {t('refund.title')}
        </h2>
        <p className="text-sm text-muted">{t(refunds.rows.length ? 'refund.lead' : 'refund.none', { gateway })}</p>
      </div>
      <RefundList
        rows={refunds.rows}
        currency={currency}
        names={names}
        locale={locale}
        actionsFor={(row) => (mayRefund && isUnclear(row) ? <Unclear row={row} role={role} locale={locale} /> : null)}
      />
      {refunds.rows.length > 0 && (
        <Facts
          className="border-t border-line pt-4 tabular-nums"
          facts={[
            { term: t('refund.back'), value: money(refunds.succeeded) },
            refunds.spent > refunds.succeeded && { term: t('refund.unsure'), value: money(refunds.spent - refunds.succeeded) },
            { term: t('refund.left'), value: money(refunds.left) },
          ]}
        />
      )}
      <RefundForm
        action={refund}
        paymentId={payment.id}
        formKey={newId()}
        left={mayRefund && refunds.refundable && refunds.left > 0 ? String(Math.min(refunds.left, limit ?? refunds.left)) : null}
        words={{
          open: t('refund.open'),
          amount: t('refund.amount'),
          reason: t('refund.reason'),
          reasonHint: t('refund.reasonHint'),
          submit: t('refund.submit'),
          submitting: t('refund.submitting'),
          limit: limit === null ? null : t('refund.limit', { limit: money(limit) }),
        }}
        messages={messages}
      />
      {!onItsWay && (
        <div className="grid gap-2 border-t border-line pt-4">
          <h3 className="font-semibold">{t('refund.books.title', { gateway })}</h3>
          <Suspense fallback={<p className="text-sm text-muted">{t('refund.books.asking')}</p>}>
            <ComparedBooks payment={payment} gateway={gateway} locale={locale} />
          </Suspense>
        </div>
      )}
    </section>
  )
}

/** The provider may take its time: the rest of the page does not wait for it. */
async function ComparedBooks({ payment, gateway, locale }: { payment: Payment; gateway: string; locale: Locale }) {
  const comparison = await comparePayment(payment.id)
  const settledOn = comparison?.theirs?.settledOn
  const day = settlementDayIn(settledOn, payment.createdAt)
  // What is no such day is shown as the provider wrote it.
  return (
    comparison && <Books comparison={comparison} settledOn={day ? formatDay(day, locale) : settledOn} gateway={gateway} locale={locale} />
  )
}

const isUnclear = (row: RefundRow): boolean => row.state === 'unknown' || (row.state === 'requested' && row.tries > 0)

function Unclear({ row, role, locale }: { row: RefundRow; role: Role; locale: Locale }) {
  const t = words(locale, 'admin')
  return (
    <UnclearActions
      refundId={row.id}
      retry={retry}
      settle={row.state === 'unknown' && row.nextTryAt === null && atLeast(role, needed.settleRefund) ? settle : null}
      words={{
        retry: t('refund.retry'),
        retrying: t('refund.retrying'),
        settle: t('refund.settle'),
        why: t('refund.settleWhy'),
        whyHint: t('act.reasonHint'),
        made: t('refund.made'),
        notMade: t('refund.notMade'),
        settling: t('refund.settling'),
      }}
      messages={refundMessages(locale)}
    />
  )
}
