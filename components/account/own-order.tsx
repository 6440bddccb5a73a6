import { Picture } from '@/components/shop/picture'
import { Amount } from '@/components/ui/amount'
import { Badge, type Tone } from '@/components/ui/badge'
import { HoverLink } from '@/components/ui/hover-link'
import { words, type Locale } from '@/lib/i18n'
import { formatDay } from '@/lib/i18n/dates'
import type { OwnOrder } from '@/lib/orders/of-shopper'

const tones = {
  open: 'warn',
  reserved: 'good',
  paid: 'good',
  part_refunded: 'good',
  refunded: 'neutral',
  expired: 'neutral',
  cancelled: 'neutral',
} as const satisfies Record<string, Tone>
type Known = keyof typeof tones

/** Goods that have left are the news, once it is paid. */
const news = { ready: 'info', sent: 'info', collected: 'good' } as const satisfies Record<string, Tone>
const newsOf = ({ state, fulfilment }: OwnOrder) =>
  (state === 'paid' || state === 'part_refunded') && fulfilment && Object.hasOwn(news, fulfilment)
    ? (fulfilment as keyof typeof news)
    : undefined

/** Nothing is left to do about one whose money is reserved until its goods leave. */
const stateOf = ({ state, reserved }: OwnOrder): Known =>
  state === 'open' && reserved ? 'reserved' : Object.hasOwn(tones, state) ? (state as Known) : 'open'

/** One order of a list: the goods as small pictures, how it stands, and what it came to. The whole card leads to it. */
export function OwnOrderCard({ order, locale }: { order: OwnOrder; locale: Locale }) {
  const t = words(locale, 'account')
  const state = stateOf(order)
  const goods = newsOf(order)
  return (
    <li className="relative grid gap-x-6 gap-y-4 rounded-card border border-line bg-surface p-5 hover:border-line-strong sm:grid-cols-[1fr_auto] sm:items-center sm:p-6">
      <div className="grid justify-items-start gap-1.5">
        <div className="flex flex-wrap gap-2">
          {goods && <Badge tone={news[goods]}>{words(locale, 'fulfilment')(goods)}</Badge>}
          {(!goods || state !== 'paid') && <Badge tone={tones[state]}>{words(locale, 'payment')(`orderPage.${state}`)}</Badge>}
        </div>
        <h2 className="text-xl font-semibold tabular-nums">
          <HoverLink
            href={`/${locale}/orders/${order.token}`}
            className="no-underline after:absolute after:inset-0 after:rounded-card focus-visible:outline-none focus-visible:after:outline-3 focus-visible:after:outline-accent"
          >
            {t('mine.order', { number: String(order.number) })}
          </HoverLink>
        </h2>
        <p className="text-muted">
          {formatDay(order.createdAt, locale)} · {t('mine.things', { count: order.things })} ·{' '}
          <Amount value={order.total} locale={locale} className="font-semibold text-ink" />
        </p>
      </div>
      {order.drawings.length > 0 && (
        <ul aria-hidden className="flex gap-2">
          {order.drawings.map((drawing, index) => (
            <li key={index} className="size-16 overflow-hidden rounded-field bg-tile sm:size-18">
              <Picture drawing={drawing} alt="" />
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
