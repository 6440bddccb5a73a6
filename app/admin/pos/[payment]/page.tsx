import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { CodeForm } from '@/components/admin/pos/code-form'
import { OneButtonForm } from '@/components/admin/pos/one-button-form'
import { SaleState } from '@/components/admin/pos/sale-state'
import { Receipt } from '@/components/admin/receipt'
import { PaymentWatch } from '@/components/checkout/payment-watch'
import { PrintButton } from '@/components/checkout/print-button'
import { buttonClass } from '@/components/ui/button'
import { namesOfActors } from '@/lib/auth/queries'
import { atLeast, needed } from '@/lib/auth/roles'
import { requireRole } from '@/lib/auth/staff'
import { env } from '@/lib/env'
import { words, type Locale } from '@/lib/i18n'
import { cookieLocale } from '@/lib/i18n/cookie'
import { formatMoney, type Currency } from '@/lib/money'
import { vatByRate } from '@/lib/orders/vat-by-rate'
import { readTillSale, type TillSaleView } from '@/lib/payments/till-read'
import { again, cancel, code, next } from '../actions'
import { payerWords, tillProblems } from '../till-words'
import { AgainScreen } from './again-screen'

type Props = { params: Promise<{ payment: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await cookieLocale(), 'admin')('pos.title') }
}

/** One payment at the till, from the push to the receipt. */
export default async function Page({ params }: Props) {
  const { payment: paymentId } = await params
  const staff = await requireRole(needed.sell, `/admin/pos/${encodeURIComponent(paymentId)}`)
  const sale = await readTillSale(paymentId, { actor: staff.actor, all: atLeast(staff.role, needed.readSales) })
  if (!sale) notFound()
  const [locale, names] = await Promise.all([cookieLocale(), namesOfActors([sale.order.createdBy])])
  const t = words(locale, 'admin')
  const total = formatMoney({ amount: sale.order.total, currency: sale.order.currency as Currency }, locale)
  return (
    <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_25rem] lg:grid-rows-[auto_1fr]">
      <div className="grid gap-6 lg:row-span-2 print:hidden">
        <SaleState sale={sale} now={sale.now} locale={locale} />
        <PaymentWatch
          paymentId={sale.payment.id}
          seen={{ state: sale.state, version: sale.payment.version, nextPollMs: sale.terminal ? null : 1_000, terminal: sale.terminal }}
          heading={t(`pos.state.${sale.cancelling ? 'cancelling' : sale.state}`)}
          words={{ offline: t('pos.offline'), reconnecting: t('pos.reconnecting') }}
        />
        <Steps sale={sale} locale={locale} />
        {!sale.terminal && env().modes.netgiro === 'sandbox' && (
          <p className="rounded-field bg-sunken px-5 py-3 text-sm [&_a]:font-semibold [&_a]:underline [&_a]:underline-offset-4">
            {t.rich('pos.sandbox', {
              sms: (chunks) => (
                <a href="/sandbox/sms" target="_blank" rel="opener">
                  {chunks}
                </a>
              ),
              phone: (chunks) => (
                <a href="/sandbox/phone" target="_blank" rel="opener">
                  {chunks}
                </a>
              ),
            })}
          </p>
        )}
      </div>
      <div className="grid gap-5 max-lg:order-first print:order-none">
        <div className="rounded-card bg-basalt px-6 py-5 text-on-basalt dark:border dark:border-line print:hidden">
          <p className="flex items-baseline justify-between gap-4">
            <span className="text-sm font-semibold opacity-80">{t(sale.state === 'confirmed' ? 'pos.state.confirmed' : 'pos.total')}</span>
            <span className="text-4xl font-bold whitespace-nowrap tabular-nums">{total}</span>
          </p>
          {sale.state !== 'confirmed' && (
            <ul className="mt-3 hidden gap-1 border-t border-current/20 pt-3 text-sm opacity-90 lg:grid">
              {sale.order.lines.map((line) => (
                <li key={line.id} className="flex justify-between gap-4 tabular-nums">
                  <span className="truncate">
                    {line.quantity > 1 && `${line.quantity} × `}
                    {line.name} {line.size}
                  </span>
                  <span className="whitespace-nowrap">{formatMoney({ amount: line.lineTotal, currency: sale.order.currency as Currency }, locale)}</span>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
      <div className="lg:col-start-2">
        {sale.state === 'confirmed' && <Receipt order={sale.order} reference={sale.payment.reference} vat={vatByRate(sale.order)} seller={names.get(sale.order.createdBy ?? '') ?? ''} locale={locale} />}
      </div>
    </div>
  )
}

/** What the cashier can do now. */
function Steps({ sale, locale }: { sale: TillSaleView; locale: Locale }) {
  const t = words(locale, 'admin')
  const problems = tillProblems(locale)
  const { id: paymentId } = sale.payment
  const nextCustomer = { action: next, paymentId, label: t('pos.next'), pending: t('pos.nextPending'), problems }
  if (sale.state === 'confirmed') {
    return (
      <div className="flex flex-wrap gap-4">
        <OneButtonForm {...nextCustomer} size="large" autoFocus />
        <PrintButton label={t('pos.print')} />
      </div>
    )
  }
  if (sale.terminal) {
    return (
      <div className="grid gap-6">
        {sale.canTryAgain && (
          <section aria-labelledby="again" className="grid gap-4 rounded-card border border-line bg-surface p-5 sm:p-6">
            <div>
              <h2 id="again" className="text-xl font-semibold">
                {t('pos.againTitle')}
              </h2>
              <p className="text-muted">{t('pos.againText')}</p>
            </div>
            <AgainScreen action={again} paymentId={paymentId} words={{ submit: t('pos.again'), submitting: t('pos.charging'), payer: payerWords(locale), problems }} />
          </section>
        )}
        {sale.otherPaymentId && (
          <p>
            {t('pos.otherPayment')}{' '}
            <Link href={`/admin/pos/${sale.otherPaymentId}`} prefetch={false} className="font-semibold underline underline-offset-4">
              {t('pos.toOther')}
            </Link>
          </p>
        )}
        <OneButtonForm {...nextCustomer} variant="secondary" size="large" />
      </div>
    )
  }
  const canCancel = (sale.state === 'pending' || sale.state === 'needs_code') && !sale.cancelling
  return (
    <div className="grid gap-6">
      {sale.state === 'needs_code' && (
        <CodeForm
          action={code}
          paymentId={paymentId}
          words={{ label: t('pos.code'), left: t('pos.codesLeft', { count: sale.codesLeft }), submit: t('pos.send'), submitting: t('pos.sending'), problems }}
        />
      )}
      <div className="flex flex-wrap items-center gap-4">
        {canCancel && <OneButtonForm action={cancel} paymentId={paymentId} label={t('pos.cancel')} pending={t('pos.cancelPending')} problems={problems} variant="secondary" />}
        <Link href="/admin/pos" prefetch={false} className={buttonClass({ variant: 'ghost' })}>
          {t('pos.till')}
        </Link>
      </div>
    </div>
  )
}
