import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { localeOf } from '@/app/[locale]/params'
import { Letterhead } from '@/components/checkout/letterhead'
import { PrintButton } from '@/components/checkout/print-button'
import { buttonClass } from '@/components/ui/button'
import { formatDateTime } from '@/lib/dates'
import { words } from '@/lib/i18n'
import { isPaid } from '@/lib/orders/states'
import { readOrderPage } from '@/lib/payments/read'
import { GoodsProgress } from './goods-progress'
import { OrderLines } from './order-lines'
import { OrderParties } from './order-parties'
import { OrderReturns } from './order-returns'
import { OrderStanding } from './order-standing'
import { PaymentHistory } from './payment-history'

type Props = { params: Promise<{ locale: string; token: string }> }

export const dynamic = 'force-dynamic'

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
    <div className="mx-auto grid max-w-page gap-y-10 px-4 pt-8 sm:px-6 lg:pt-14 print:max-w-none print:p-0">
      <Letterhead locale={locale} />
      <header className="grid justify-items-start gap-4">
        <OrderStanding order={found} locale={locale}>
          <h1 className="text-4xl font-bold sm:text-5xl">{t('orderPage.title', { number: String(found.number) })}</h1>
          <p className="text-muted">{t('orderPage.placed', { date: formatDateTime(found.createdAt, locale) })}</p>
        </OrderStanding>
      </header>
      <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_24rem] lg:grid-rows-[auto_1fr]">
        <GoodsProgress order={found} locale={locale} className="lg:col-start-2 print:hidden" />
        <div className="grid content-start gap-12 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <OrderLines order={found} locale={locale} />
          <OrderReturns orderId={found.id} token={(await params).token} locale={locale} />
        </div>
        <div className="grid content-start gap-10 lg:col-start-2 print:grid-cols-2">
          <OrderParties order={found} locale={locale} />
          <PaymentHistory order={found} locale={locale} />
          <div className="grid justify-items-start gap-3 print:hidden">
            <p className="text-muted">{t('orderPage.secret')}</p>
            <div className="flex flex-wrap gap-3">
              {isPaid(found.state) && (
                <a
                  href={`/${locale}/orders/${(await params).token}/receipt.pdf`}
                  download
                  className={buttonClass({ variant: 'secondary' })}
                >
                  {words(locale, 'receipt')('download')}
                </a>
              )}
              <PrintButton label={t('orderPage.print')} />
            </div>
          </div>
        </div>
      </div>
    </div>
  )
}
