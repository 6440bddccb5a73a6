import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { localeOf } from '@/app/[locale]/params'
import { Badge, type Tone } from '@/components/ui/badge'
import { buttonClass } from '@/components/ui/button'
import { HoverLink } from '@/components/ui/hover-link'
import { PrintButton } from '@/components/checkout/print-button'
import { formatDateTime } from '@/lib/dates'
import { words, type Locale } from '@/lib/i18n'
import { readOrderPage, type OrderPage } from '@/lib/payments/read'
import { OrderLines } from './order-lines'
import { OrderParties } from './order-parties'
import { PaymentHistory } from './payment-history'

type Props = { params: Promise<{ locale: string; token: string }> }

const order = cache(readOrderPage)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = words(await localeOf(params), 'payment')
  const found = await order((await params).token)
  return { title: found ? t('orderPage.title', { number: String(found.number) }) : undefined, robots: { index: false } }
}

/** The order as it stands, for whoever has its secret link. */
export default async function OrderPage({ params }: Props) {
  const locale = await localeOf(params)
  const found = await order((await params).token)
  if (!found) notFound()
  const t = words(locale, 'payment')
  return (
    <div className="mx-auto grid max-w-page gap-y-10 px-4 pt-8 sm:px-6 lg:pt-14">
      <header className="grid justify-items-start gap-4">
        <OrderState order={found} locale={locale} />
        <h1 className="text-4xl font-bold sm:text-5xl">{t('orderPage.title', { number: String(found.number) })}</h1>
        <p className="text-muted">{t('orderPage.placed', { date: formatDateTime(found.createdAt, locale) })}</p>
        <p className="max-w-text text-xl">{sentence(found, locale)}</p>
        {found.activePaymentId && (
          <HoverLink href={`/${locale}/pay/${found.activePaymentId}`} className={buttonClass({ size: 'large', className: 'print:hidden' })}>
            {t('orderPage.toPayment')}
          </HoverLink>
        )}
      </header>
      <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <OrderLines order={found} locale={locale} />
        <div className="grid content-start gap-10">
          <OrderParties order={found} locale={locale} />
          <PaymentHistory order={found} locale={locale} />
          <div className="grid justify-items-start gap-3 print:hidden">
            <p className="text-muted">{t('orderPage.secret')}</p>
            <PrintButton label={t('orderPage.print')} />
          </div>
        </div>
      </div>
    </div>
  )
}

const tones: Record<string, Tone> = { open: 'warn', paid: 'good', expired: 'neutral', cancelled: 'neutral' }
const states = ['open', 'paid', 'expired', 'cancelled'] as const

function OrderState({ order, locale }: { order: OrderPage; locale: Locale }) {
  const state = states.find((known) => known === order.state)
  return state ? <Badge tone={tones[state]}>{words(locale, 'payment')(`orderPage.${state}`)}</Badge> : null
}

function sentence({ state, paidAt }: OrderPage, locale: Locale): string {
  const t = words(locale, 'payment')
  if (state === 'paid') return t('orderPage.paidText', { date: paidAt ? formatDateTime(paidAt, locale) : '' })
  if (state === 'expired') return t('orderPage.expiredText')
  return state === 'cancelled' ? t('orderPage.cancelledText') : t('orderPage.openText')
}
