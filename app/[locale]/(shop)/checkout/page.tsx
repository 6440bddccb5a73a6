import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { localeOf } from '@/app/[locale]/params'
import { CheckoutForm } from '@/components/checkout/checkout-form'
import { checkoutWords } from '@/components/checkout/checkout-words'
import { HowItGoes } from '@/components/checkout/how-it-goes'
import { currentShopper } from '@/lib/accounts/shopper'
import { readCartId } from '@/lib/cart/cookie'
import { readCart } from '@/lib/cart/queries'
import { words } from '@/lib/i18n'
import { newId } from '@/lib/ids'
import { formatMoney, isk } from '@/lib/money'
import { waitingOrderOf } from '@/lib/orders/of-cart'
import { deliveryOptions, type DeliveryKind } from '@/lib/orders/delivery'
import { knownOf, WhoIsThere } from './who-is-there'
import { placeOrder } from './actions'
import { CheckoutSummary } from './summary'
import { ShortageNotice } from './shortage-notice'

type Props = { params: Promise<{ locale: string }> }

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = words(await localeOf(params), 'checkout')
  return { title: t('title'), robots: { index: false } }
}

export default async function CheckoutPage({ params }: Props) {
  const locale = await localeOf(params)
  const cartId = await readCartId()
  const cart = await readCart(cartId, locale)
  if (!cart.lines.length) {
    // Ordered already, in another tab or before going back.
    const waiting = cartId && (await waitingOrderOf(cartId))
    redirect(waiting ? `/${locale}/pay/${waiting.paymentId}` : `/${locale}/cart`)
  }
  const shopper = await currentShopper()
  const known = shopper ? await knownOf(shopper) : undefined
  const t = words(locale, 'checkout')
  const amount = (kronur: number) => formatMoney(isk(kronur), locale)
  // A sum that will not be sent is not promised on the button: what is short is put right in the cart first.
  const submit = (price: number) => (cart.buyable < cart.count ? t('submitShort') : t('submit', { total: amount(cart.total + price) }))
  return (
    <div className="mx-auto max-w-page px-4 pt-8 sm:px-6 lg:pt-14">
      <header className="mb-8 grid gap-3 lg:mb-12">
        <h1 className="text-4xl font-bold sm:text-5xl">{t('title')}</h1>
        <p className="text-xl text-muted">{t('lead')}</p>
      </header>
      <CheckoutForm
        action={placeOrder}
        locale={locale}
        checkoutKey={newId()}
        deliveries={deliveryOptions.map(({ kind, price }) => ({
          kind,
          title: t(kind),
          text: t(`${kind}Text`),
          price: price ? amount(price) : t('free'),
        }))}
        submit={Object.fromEntries(deliveryOptions.map(({ kind, price }) => [kind, submit(price)])) as Record<DeliveryKind, string>}
        words={checkoutWords(locale)}
        known={known}
        account={<WhoIsThere shopper={shopper} locale={locale} />}
        notice={<ShortageNotice cart={cart} locale={locale} />}
        howItGoes={<HowItGoes title={t('howTitle')} steps={[t('how1'), t('how2'), t('how3')]} />}
        summary={<CheckoutSummary cart={cart} locale={locale} />}
        agree={t.rich('agree', { terms: (chunks) => <a href={`/${locale}/terms`}>{chunks}</a> })}
      />
    </div>
  )
}
