import { formatDateTime } from '@/lib/dates'
import { words, type Locale } from '@/lib/i18n'
import { isLeaving, isToBePacked, type Step } from '@/lib/orders/steps'
import type { OrderPage } from '@/lib/payments/read'

/** How far the goods of an order are that is paid, or whose money is taken when they leave: what was done, and what is to come. */
export function GoodsProgress({ order, locale, className }: { order: OrderPage; locale: Locale; className: string }) {
  const t = words(locale, 'fulfilment')
  const { steps } = order
  // Packed goods of an order that came to nothing are nobody's.
  if (!isToBePacked(order) && !steps.some(({ step }) => isLeaving(step as Step))) return null
  const way: readonly Step[] = order.delivery === 'collect' ? ['packed', 'ready', 'collected'] : ['packed', 'sent']
  const reached = way.findLastIndex((step) => steps.some((one) => one.step === step))
  return (
    <section aria-labelledby="goods" className={className}>
      <h2 id="goods" className="mb-4 text-2xl font-semibold">
        {t('shop.title')}
      </h2>
      <ol className="grid">
        {way.map((step, i) => {
          const done = steps.find((one) => one.step === step)
          const over = i <= reached
          return (
            <li
              key={step}
              aria-current={i === reached ? 'step' : undefined}
              className="group/step grid grid-cols-[1rem_minmax(0,1fr)] gap-x-4"
            >
              <span aria-hidden className="relative flex justify-center">
                <span className="absolute top-2 -bottom-2 w-px bg-line-strong/50 group-last/step:hidden" />
                <span
                  className={`relative mt-2 size-3 rounded-full border-2 ${over ? 'border-good bg-good' : 'border-line-strong bg-surface'}`}
                />
              </span>
              <p className="pb-4 group-last/step:pb-0">
                <span className={over ? 'font-semibold' : 'text-muted'}>{t(over ? `shop.${step}` : `shop.toCome.${step}`)}</span>
                {done && <span className="block text-muted">{formatDateTime(done.at, locale)}</span>}
              </p>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
