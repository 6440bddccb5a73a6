import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { localeOf } from '@/app/[locale]/params'
import { PaymentWatch } from '@/components/checkout/payment-watch'
import { PhoneFrame, PhoneLink } from '@/components/checkout/sandbox-phone'
import { WaitingPanel } from '@/components/checkout/waiting-panel'
import { viewOf } from '@/components/checkout/waiting-view'
import { env } from '@/lib/env'
import { words } from '@/lib/i18n'
import { readWaitingRoom } from '@/lib/payments/read'
import { OrderCard } from './order-card'
import { NextSteps } from './next-steps'

type Props = { params: Promise<{ locale: string; payment: string }> }

export const dynamic = 'force-dynamic'

const room = cache(readWaitingRoom)

/** The same in every state: a title that changed would be called out over the page's own, politer announcement. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = words(await localeOf(params), 'payment')
  const waiting = await room((await params).payment)
  return { title: waiting ? t('pageTitle', { number: String(waiting.order.number) }) : undefined, robots: { index: false } }
}

/** The waiting room. Where the payment is lives on the server: reload, come back, open it twice, it is the same. */
export default async function Pay({ params }: Props) {
  const locale = await localeOf(params)
  const waiting = await room((await params).payment)
  if (!waiting) notFound()
  const t = words(locale, 'payment')
  const view = viewOf(waiting, locale)
  const { paymentId, state, version, nextPollMs, terminal } = waiting
  const phone =
    env().modes.netgiro === 'sandbox' && !terminal ? { frame: t('phoneFrame'), open: t('openPhone'), hint: t('openPhoneHint') } : null
  return (
    <div className="mx-auto grid max-w-page gap-x-16 gap-y-10 px-4 pt-8 sm:px-6 lg:grid-cols-[minmax(0,1fr)_24rem] lg:pt-14">
      {!terminal && (
        <noscript>
          <meta httpEquiv="refresh" content="5" />
        </noscript>
      )}
      <div className="grid content-start gap-8">
        <PaymentWatch
          key={paymentId}
          paymentId={paymentId}
          seen={{ state, version, nextPollMs, terminal }}
          heading={view.title}
          words={{ offline: t('offline'), reconnecting: t('reconnecting') }}
        />
        <WaitingPanel view={view} waiting={waiting} now={waiting.now} locale={locale}>
          {phone && view.onPhone && <PhoneLink {...phone} />}
          <NextSteps waiting={waiting} locale={locale} />
        </WaitingPanel>
      </div>
      <aside className="grid content-start gap-8">
        {phone && <PhoneFrame {...phone} />}
        <OrderCard waiting={waiting} locale={locale} />
      </aside>
    </div>
  )
}
