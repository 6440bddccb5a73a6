import { ArrowLeft } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Receipt } from '@/components/admin/receipt'
import { PrintButton } from '@/components/checkout/print-button'
import { buttonClass } from '@/components/ui/button'
import { atLeast, needed } from '@/lib/auth/roles'
import { requireRole } from '@/lib/auth/staff'
import { words, type Locale } from '@/lib/i18n'
import { cookieLocale } from '@/lib/i18n/cookie'
import { readOrderForMerchant } from '@/lib/orders/merchant-queries'
import { readReceipt } from '@/lib/payments/receipt'

type Props = { params: Promise<{ order: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: words(await cookieLocale(), 'admin')('receipt.title', { number: (await params).order }) }
}

/** The receipt of a paid order, in the customer's language; printed, it is the paper alone. */
export default async function Page({ params }: Props) {
  const { order: number } = await params
  const staff = await requireRole(needed.read, `/admin/orders/${encodeURIComponent(number)}/receipt`)
  const order = /^\d{1,10}$/.test(number) ? await readOrderForMerchant(Number(number), atLeast(staff.role, needed.readParticulars)) : null
  if (!order) notFound()
  const [locale, receipt] = await Promise.all([cookieLocale(), readReceipt(order)])
  const t = words(locale, 'admin')
  return (
    <div className="grid gap-6 print:block">
      <div className="grid gap-2 print:hidden">
        <Link
          href={`/admin/orders/${order.number}`}
          prefetch={false}
          className="inline-flex min-h-11 items-center gap-2 justify-self-start text-sm font-semibold text-muted no-underline hover:text-ink"
        >
          <ArrowLeft aria-hidden className="size-4" />
          {t('order.title', { number: String(order.number) })}
        </Link>
        <div className="flex flex-wrap items-center justify-between gap-4">
          <h1 className="text-3xl font-bold tabular-nums">{t('receipt.title', { number: String(order.number) })}</h1>
          {receipt && (
            <div className="flex flex-wrap gap-3">
              <a href={`/admin/orders/${order.number}/receipt.pdf`} download className={buttonClass({ variant: 'secondary' })}>
                {words(locale, 'receipt')('download')}
              </a>
              <PrintButton label={t('pos.print')} />
            </div>
          )}
        </div>
        {!receipt && <p className="text-muted">{t('receipt.notPaid')}</p>}
      </div>
      {receipt && (
        <Receipt
          order={order}
          reference={receipt.reference}
          vat={receipt.vat}
          givenBack={receipt.givenBack}
          buyer={order.customer?.name}
          locale={order.locale as Locale}
        />
      )}
    </div>
  )
}
