import { signInAddress, type Shopper } from '@/lib/accounts/shopper'
import { words, type Locale } from '@/lib/i18n'
import { lastDelivery } from '@/lib/orders/of-shopper'

/** What a shopper who is signed in need not type: the account's name and address, and where the last order went. */
export async function knownOf(shopper: Shopper): Promise<Record<string, string>> {
  const last = await lastDelivery(shopper)
  const { name, email } = shopper
  const filled = Object.entries({ name, email, ...last }).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return Object.fromEntries(filled)
}

/** Whose account the order goes to, or that there could be one. Nobody must have one. */
export function WhoIsThere({ shopper, locale }: { shopper: Shopper | null; locale: Locale }) {
  const t = words(locale, 'account')
  return shopper
    ? t.rich('checkout.signedIn', { email: shopper.email, orders: (chunks) => <a href={`/${locale}/account`}>{chunks}</a> })
    : t.rich('checkout.offer', { signIn: (chunks) => <a href={signInAddress(locale, 'checkout')}>{chunks}</a> })
}
