import { ArrowLeft, ReceiptText } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { OrderMails } from '@/app/admin/mails/order-mails'
import { PaymentRefunds } from '@/app/admin/refunds/payment-refunds'
import { OrderWithdrawals } from '@/app/admin/withdrawals/order-withdrawals'
import { AutoRefresh } from '@/components/admin/auto-refresh'
import { OrderCustomer } from '@/components/admin/order-customer'
import { OrderLines } from '@/components/admin/order-lines'
import { PaymentActions } from '@/components/admin/payment-actions'
import { PaymentCard } from '@/components/admin/payment-card'
import { paymentMessages, paymentOffer } from '@/components/admin/payment-offer'
import { OrderBadge } from '@/components/admin/state-badge'
import { buttonClass } from '@/components/ui/button'
import { atLeast, needed } from '@/lib/auth/roles'
import { requireRole } from '@/lib/auth/staff'
import { now } from '@/lib/clock'
import { words } from '@/lib/i18n'
import { cookieLocale } from '@/lib/i18n/cookie'
import { formatDay, formatTime } from '@/lib/i18n/dates'
import { readOrderForMerchant } from '@/lib/orders/merchant-queries'
import { isPaid } from '@/lib/orders/states'
import { vatByRate } from '@/lib/orders/vat-by-rate'
import { leavingOf } from '@/lib/payments/fulfil'
import { holdEndsAt, holdOf } from '@/lib/payments/hold'
import { readStory } from '@/lib/payments/story'
import { cancel, check, confirm, release } from './actions'
import { OrderGoods } from './order-goods'
import { OrderTimeline } from './order-timeline'

type Props = { params: Promise<{ order: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: words(await cookieLocale(), 'admin')('order.title', { number: (await params).order }) }
}

export default async function Page({ params }: Props) {
  const { order: number } = await params
  const staff = await requireRole(needed.read, `/admin/orders/${encodeURIComponent(number)}`)
  const order = /^\d{1,10}$/.test(number) ? await readOrderForMerchant(Number(number), atLeast(staff.role, needed.readParticulars)) : null
  if (!order) notFound()
  const [locale, story, leaving] = await Promise.all([cookieLocale(), readStory(order), leavingOf(order.id)])
  const t = words(locale, 'admin')
  const may = { check: atLeast(staff.role, needed.checkPayment), confirm: atLeast(staff.role, needed.confirmReservation), cancel: atLeast(staff.role, needed.cancelPayment) }
  const count = order.payments.length
  return (
    <div className="grid gap-6">
      {story.mayChange && <AutoRefresh everyMs={5_000} />}
      <div className="grid gap-2">
        <Link href="/admin" prefetch={false} className="inline-flex min-h-11 items-center gap-2 justify-self-start text-sm font-semibold text-muted no-underline hover:text-ink">
          <ArrowLeft aria-hidden className="size-4" />
          {t('order.back')}
        </Link>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <h1 className="text-3xl font-bold tabular-nums">{t('order.title', { number: String(order.number) })}</h1>
          <OrderBadge state={order.state} locale={locale} />
          {isPaid(order.state) && (
            <Link href={`/admin/orders/${order.number}/receipt`} prefetch={false} className={buttonClass({ variant: 'secondary', size: 'small', className: 'sm:ml-auto' })}>
              <ReceiptText aria-hidden className="size-4" />
              {t('receipt.open')}
            </Link>
          )}
        </div>
        <p className="text-muted">
          {t('order.placed', { day: formatDay(order.createdAt, locale), time: formatTime(order.createdAt, locale) })}
          {order.paidAt && `, ${t('order.paidAt', { day: formatDay(order.paidAt, locale), time: formatTime(order.paidAt, locale) })}`}
          {order.state === 'open' && !order.reserved && `. ${t('order.holdUntil', { time: formatTime(order.holdUntil, locale) })}`}
        </p>
      </div>
      {/* Two columns, of which a phone makes one: there what was ordered follows how far its goods are. */}
      <div className="grid items-start gap-5 md:grid-cols-[minmax(0,1fr)_20rem] lg:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="grid items-start gap-5 max-md:contents md:col-start-2 md:row-start-1">
          <OrderGoods order={order} steps={story.steps} leaving={leaving} hold={holdOf(order.payments, now())} mayTake={atLeast(staff.role, needed.fulfil)} locale={locale} />
          <OrderWithdrawals
            orderId={order.id}
            maySettle={atLeast(staff.role, needed.settleWithdrawal)}
            particulars={atLeast(staff.role, needed.readParticulars)}
            locale={locale}
          />
          {count === 0 && <p className="text-muted">{t('payment.none')}</p>}
          {order.payments.map((payment, i) => (
            <PaymentCard
              key={payment.id}
              payment={payment}
              heldUntil={holdEndsAt(payment)}
              title={count > 1 ? t('payment.titleOf', { index: String(count - i), count: String(count) }) : t('payment.title')}
              locale={locale}
            >
              <PaymentActions
                paymentId={payment.id}
                actions={{ check, confirm, cancel, release }}
                offer={paymentOffer(payment, may, locale)}
                reason={{ label: t('act.reason'), hint: t('act.reasonHint') }}
                messages={paymentMessages(locale)}
              />
            </PaymentCard>
          ))}
          {order.payments.map((payment) => (
            <PaymentRefunds key={payment.id} payment={payment} role={staff.role} locale={locale} />
          ))}
          <OrderCustomer order={order} locale={locale} />
          <OrderMails order={order} role={staff.role} locale={locale} />
        </div>
        <div className="grid min-w-0 gap-5 max-md:contents md:col-start-1 md:row-start-1">
          <section aria-labelledby="lines" className="grid gap-3 rounded-card border border-line bg-surface p-5 max-md:-order-1 sm:p-6">
            <h2 id="lines" className="text-lg font-semibold">
              {t('order.lines')}
            </h2>
            <OrderLines order={order} vat={vatByRate(order)} locale={locale} />
          </section>
          <div className="min-w-0">
            <OrderTimeline number={order.number} story={story} mayWrite={atLeast(staff.role, needed.writeNote)} locale={locale} />
          </div>
        </div>
      </div>
    </div>
  )
}
