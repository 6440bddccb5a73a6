// Amounts are whole numbers of the currency's smallest unit; ISK has none smaller than the króna.
// How many digits a provider's wire wants is the gateway's business, not the currency's.

export type Currency = 'ISK' | 'EUR'
export type Money = { readonly amount: number; readonly currency: Currency }

const exponent: Record<Currency, number> = { ISK: 0, EUR: 2 }

export const isk = (amount: number): Money => ({ amount, currency: 'ISK' })

export const sameMoney = (a: Money, b: Money): boolean => a.amount === b.amount && a.currency === b.currency

/**
 * "12.900 kr." and "129,00 €" in Icelandic, "12,900 kr." and "€129.00" in English.
 * By hand: Chromium has no Icelandic in Intl and would silently write English.
 */
export function formatMoney({ amount, currency }: Money, locale: 'is' | 'en'): string {
  const [group, point] = locale === 'is' ? ['.', ','] : [',', '.']
  const digits = exponent[currency]
  const sign = amount < 0 ? '−' : ''
  const all = String(Math.abs(amount)).padStart(digits + 1, '0')
  const whole = all.slice(0, all.length - digits).replace(/\B(?=(\d{3})+(?!\d))/g, group)
  const text = digits ? `${whole}${point}${all.slice(-digits)}` : whole
  if (currency === 'ISK') return `${sign}${text}\u00a0kr.`
  return locale === 'is' ? `${sign}${text}\u00a0€` : `${sign}€${text}`
}

/** The VAT inside a price that includes it: 24 % of 12 400 kr. is 2 400 kr. Rounded half up. */
export function vatIncluded(gross: number, ratePercent: number): number {
  return Math.round((gross * ratePercent) / (100 + ratePercent))
}
