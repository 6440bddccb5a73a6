import { HoverLink } from '@/components/ui/hover-link'
import { Notice } from '@/components/ui/notice'
import type { Cart } from '@/lib/cart/queries'
import { words, type Locale } from '@/lib/i18n'

const sentence = { ok: 'some', fewer_left: 'some', sold_out: 'none', not_sold: 'notSold' } as const

/** Which goods of the cart can't be had any more, and the way out; nothing when all can. */
export function ShortageNotice({ cart, locale }: { cart: Cart; locale: Locale }) {
  const short = cart.lines.filter((line) => line.state !== 'ok')
  if (!short.length) return null
  const t = words(locale, 'checkout')
  return (
    <Notice tone="warn" title={t('shortage.title')}>
      <ul className="my-1 list-disc pl-5">
        {short.map((line) => (
          <li key={line.variantId}>{t(`shortage.${sentence[line.state]}`, line)}</li>
        ))}
      </ul>
      <p>
        {t('shortage.way')} <HoverLink href={`/${locale}/cart`}>{t('shortage.link')}</HoverLink>
      </p>
    </Notice>
  )
}
