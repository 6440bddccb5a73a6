import type { Metadata } from 'next'
import { localeOf } from '@/app/[locale]/params'
import { CartPulse } from '@/components/checkout/cart-pulse'
import { CartRow } from '@/components/checkout/cart-row'
import { CartSummary } from '@/components/checkout/cart-summary'
import { QuantityForm } from '@/components/checkout/quantity-form'
import { buttonClass } from '@/components/ui/button'
import { HoverLink } from '@/components/ui/hover-link'
import { Notice } from '@/components/ui/notice'
import { readCartId } from '@/lib/cart/cookie'
import { readCart, type CartLine } from '@/lib/cart/queries'
import { maxQuantity } from '@/lib/cart/rules'
import { words, type Locale } from '@/lib/i18n'
import { removeFromCart, setQuantity } from './actions'
import { cartProblems } from './answer'
import { EmptyCart } from './empty-cart'

type Props = { params: Promise<{ locale: string }> }

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = words(await localeOf(params), 'checkout')
  return { title: t('cart.title'), robots: { index: false } }
}

export default async function CartPage({ params }: Props) {
  const locale = await localeOf(params)
  const t = words(locale, 'checkout')
  const cartId = await readCartId()
  const cart = await readCart(cartId, locale)
  if (!cart.lines.length) return <EmptyCart cartId={cartId} locale={locale} />
  const blocked = cart.lines.some((line) => line.state !== 'ok')
  return (
    <div className="mx-auto max-w-page px-4 pt-8 sm:px-6 lg:pt-14">
      <CartPulse count={cart.count} />
      <h1 className="text-4xl font-bold sm:text-5xl">{t('cart.title')}</h1>
      <div className="mt-8 grid gap-x-16 gap-y-8 lg:mt-12 lg:grid-cols-[minmax(0,1fr)_23rem]">
        <section aria-labelledby="goods">
          <h2 id="goods" className="sr-only">
            {t('cart.goods')}
          </h2>
          <ul>
            {cart.lines.map((line) => (
              <CartRow
                key={line.variantId}
                line={line}
                locale={locale}
                remove={removeFromCart}
                quantity={<Quantity line={line} locale={locale} />}
              />
            ))}
          </ul>
        </section>
        <CartSummary cart={cart} locale={locale}>
          {blocked ? (
            <Notice tone="warn">{t('cart.blocked')}</Notice>
          ) : (
            <HoverLink href={`/${locale}/checkout`} className={buttonClass({ size: 'large', wide: true })}>
              {t('cart.checkout')}
            </HoverLink>
          )}
          <HoverLink href={`/${locale}`} className={buttonClass({ variant: 'ghost', wide: true })}>
            {t('cart.continue')}
          </HoverLink>
        </CartSummary>
      </div>
    </div>
  )
}

function Quantity({ line, locale }: { line: CartLine; locale: Locale }) {
  const t = words(locale, 'checkout')
  const which = { name: line.name, size: line.size }
  return (
    <QuantityForm
      action={setQuantity}
      locale={locale}
      variantId={line.variantId}
      quantity={line.quantity}
      most={Math.min(line.available, maxQuantity)}
      words={{
        quantityOf: t('cart.quantityOf', which),
        more: t('cart.moreOf', which),
        less: t('cart.lessOf', which),
        update: t('cart.update'),
        takeLeft: t('cart.takeLeft', { count: line.available }),
        problems: cartProblems(locale),
      }}
    />
  )
}
