import type { CartResult } from '@/lib/cart/commands'
import { words, type Locale } from '@/lib/i18n'

/** What happened to the cart, in a sentence for the shopper. */
export type CartAnswer = { readonly ok: boolean; readonly message: string }

export function cartAnswer(result: CartResult, asked: 'add' | 'set', locale: Locale): CartAnswer {
  const t = words(locale, 'checkout')
  switch (result.kind) {
    case 'done':
      return { ok: true, message: t('cart.added', { quantity: result.quantity }) }
    case 'too_many':
      return { ok: false, message: asked === 'add' ? t('cart.tooMany', result) : t('cart.tooManySet', result) }
    case 'no_such_variant':
      return { ok: false, message: t('cart.noSuchVariant') }
    case 'sold_out':
      return { ok: false, message: t('cart.soldOutNow') }
    case 'over_limit':
      return { ok: false, message: t('cart.overLimit') }
    case 'cart_full':
      return { ok: false, message: t('cart.cartFull') }
  }
}

/** Words for the answers that are keys: a field that did not fit, a form not sent from our pages. */
export function cartProblems(locale: Locale): Readonly<Record<string, string>> {
  const t = words(locale, 'checkout')
  return { badQuantity: t('cart.badQuantity'), noSuchVariant: t('cart.noSuchVariant'), foreign_origin: t('problems.foreign_origin') }
}
