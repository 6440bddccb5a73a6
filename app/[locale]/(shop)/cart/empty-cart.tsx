import { CartPulse } from '@/components/checkout/cart-pulse'
import { KnitRose } from '@/components/checkout/knit-rose'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { HoverLink } from '@/components/ui/hover-link'
import { Notice } from '@/components/ui/notice'
import { words, type Locale } from '@/lib/i18n'
import { waitingOrderOf } from '@/lib/orders/of-cart'

/** Nothing in the cart; perhaps because it has just been ordered. */
export async function EmptyCart({ cartId, locale }: { cartId: string | null; locale: Locale }) {
  const t = words(locale, 'checkout')
  const waiting = cartId && (await waitingOrderOf(cartId))
  return (
    <EmptyState title={t('cart.emptyTitle')} headingLevel="h1" picture={<KnitRose knitted={0.25} className="mb-2 w-36 text-accent" />}>
      <CartPulse count={0} />
      {waiting && (
        <Notice>
          {t('cart.waiting', { number: String(waiting.number) })}{' '}
          <HoverLink href={`/${locale}/pay/${waiting.paymentId}`}>{t('cart.waitingLink')}</HoverLink>
        </Notice>
      )}
      <p className="text-lg text-muted">{t('cart.emptyText')}</p>
      <HoverLink href={`/${locale}`} className={buttonClass({ size: 'large', className: 'mt-2' })}>
        {t('cart.emptyLink')}
      </HoverLink>
    </EmptyState>
  )
}
