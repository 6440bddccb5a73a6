import type { ReactNode } from 'react'
import { Badge, type Tone } from '@/components/ui/badge'
import { buttonClass } from '@/components/ui/button'
import { HoverLink } from '@/components/ui/hover-link'
import { formatDateTime } from '@/lib/dates'
import { words, type Locale } from '@/lib/i18n'
import { formatMoney } from '@/lib/money'
import { orderStates, type OrderState } from '@/lib/orders/states'
import type { OrderPage } from '@/lib/payments/read'

type Standing = OrderState | 'paying' | 'reserved'
/** What is the news about goods that have left. */
type News = 'ready' | 'sent' | 'collected'

const tones: Record<Standing, Tone> = {
  open: 'warn',
  paying: 'info',
  reserved: 'good',
  paid: 'good',
  part_refunded: 'good',
  refunded: 'neutral',
  expired: 'neutral',
  cancelled: 'neutral',
}

/** Where the words would say that nothing was taken, or ask for another payment. */
const nothingCame: ReadonlySet<Standing> = new Set(['open', 'expired', 'cancelled'])

/** An open order whose shopper has said yes, or may have, is not told to pay. */
function standingOf({ state, reserved, payments, activePaymentId }: OrderPage): Standing {
  const known = orderStates.find((one) => one === state)
  if (known && known !== 'open') return known
  // Its money is taken when its goods leave: nothing is in progress, and nothing is left to do.
  if (reserved) return 'reserved'
  const active = payments.find((payment) => payment.id === activePaymentId)
  return active?.state === 'reserved' || active?.state === 'unknown' ? 'paying' : 'open'
}

/** Where the goods of a paid order are, once there is more to say than that it is paid. */
function newsOf({ steps }: OrderPage, standing: Standing): News | undefined {
  if (standing !== 'paid' && standing !== 'part_refunded') return undefined
  return (['collected', 'sent', 'ready'] as const).find((news) => steps.some(({ step }) => step === news))
}

/** How the order stands, above and below its heading, and the way on. */
export function OrderStanding({ order, locale, children }: { order: OrderPage; locale: Locale; children: ReactNode }) {
  const t = words(locale, 'payment')
  const standing = standingOf(order)
  const f = words(locale, 'fulfilment')
  const said = order.unheard && nothingCame.has(standing) ? 'unheard' : standing
  const way = wayOn(order, standing)
  const news = newsOf(order, standing)
  const parcel = news === 'sent' && order.steps.findLast(({ trackingUrl }) => trackingUrl)?.trackingUrl
  const date = order.paidAt ? formatDateTime(order.paidAt, locale) : ''
  const refunded = formatMoney({ amount: order.refunded, currency: order.currency }, locale)
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {news && <Badge tone={news === 'collected' ? 'good' : 'info'}>{f(news)}</Badge>}
        <Badge tone={tones[standing]}>{t(`orderPage.${standing}`)}</Badge>
      </div>
      {children}
      {news && <p className="max-w-text text-xl">{f(`shop.text.${news}`)}</p>}
      <p className={`max-w-text ${news ? 'text-muted' : 'text-xl'}`}>{t(`orderPage.${said}Text`, { date, refunded })}</p>
      {parcel && (
        // The address of this page is a secret.
        <a href={parcel} referrerPolicy="no-referrer" rel="noreferrer" className={buttonClass({ size: 'large' })}>
          {f('shop.follow')}
        </a>
      )}
      {way && (
        <HoverLink
          href={`/${locale}/pay/${way.paymentId}`}
          className={buttonClass(standing === 'reserved' ? { variant: 'secondary' } : { size: 'large' })}
        >
          {t(`orderPage.${way.words}`)}
        </HoverLink>
      )}
    </>
  )
}

function wayOn({ payments, activePaymentId }: OrderPage, standing: Standing) {
  const last = payments.at(-1)?.id
  if (activePaymentId) return { paymentId: activePaymentId, words: standing === 'open' ? 'toPayment' : 'toFollow' } as const
  return standing === 'open' && last ? ({ paymentId: last, words: 'toRetry' } as const) : null
}
