import type { CodeView, CodeWords } from '@/components/sandbox/code-card'
import type { HistoryRow } from '@/components/sandbox/history'
import type { OutcomeView } from '@/components/sandbox/outcome-card'
import type { TraitRow } from '@/components/sandbox/phone-traits'
import type { RequestView, RequestWords } from '@/components/sandbox/request-card'
import { words, type Locale } from '@/lib/i18n'
import { formatMoney, isk } from '@/lib/money'
import { code128 } from '@/lib/sandbox/code128'
import type { Listed } from '@/lib/sandbox/netgiro/people'
import { configuredAppKey, providerByKey } from '@/lib/sandbox/netgiro/providers'
import type { LiveCode } from '@/lib/sandbox/netgiro/tokens'
import type { Traits } from '@/lib/sandbox/netgiro/traits'

/** 7700001 as people read it. */
export const spaced = (number: string): string => (number.length === 7 ? `${number.slice(0, 3)} ${number.slice(3)}` : number)

/** Iceland keeps UTC all year. */
export const clockTime = (at: Date): string => at.toISOString().slice(11, 19)

export function merchantName(appKey: string, locale: Locale): string {
  if (appKey === configuredAppKey()) return words(locale, 'common')('shopName')
  return providerByKey(appKey)?.name ?? words(locale, 'sandbox')('phone.unknownMerchant')
}

export const amountText = (cart: Listed, locale: Locale): string => formatMoney(isk(cart.amount), locale)

export function requestView(cart: Listed, locale: Locale): RequestView {
  return {
    id: cart.id,
    merchant: merchantName(cart.appKey, locale),
    amount: amountText(cart, locale),
    description: cart.description,
    reference: cart.reference,
    recipient: spaced(cart.customer),
    validUntil: words(locale, 'sandbox')('phone.validUntil', { time: clockTime(cart.expiresAt) }),
    leftMs: cart.expiresAt.getTime() - cart.now.getTime(),
    ofMs: cart.expiresAt.getTime() - cart.createdAt.getTime(),
  }
}

export function requestWords(locale: Locale): RequestWords {
  const t = words(locale, 'sandbox')
  return {
    asksFor: t('phone.asksFor'),
    reference: t('phone.reference'),
    to: t('phone.to'),
    left: t('phone.left'),
    accept: t('phone.accept'),
    reject: t('phone.reject'),
    ignore: t('phone.ignore'),
    sending: t('phone.sending'),
  }
}

export type Did = 'accept' | 'reject' | 'late'

export function outcomeView(cart: Listed, did: Did, locale: Locale, onward?: string): OutcomeView {
  const t = words(locale, 'sandbox')
  const kind = outcomeOf(cart, did)
  const merchant = merchantName(cart.appKey, locale)
  return {
    good: kind === 'paid' || kind === 'reserved',
    title: t(`phone.done.${kind}`),
    text: t(`phone.done.${kind}Text`, { merchant }),
    amount: amountText(cart, locale),
    onward,
    onwardLabel: t('phone.continue'),
  }
}

function outcomeOf({ state }: Listed, did: Did): 'paid' | 'reserved' | 'rejected' | 'noCredit' | 'late' {
  if (did === 'late') return 'late'
  if (state === 'declined') return did === 'accept' ? 'noCredit' : 'rejected'
  // An answer that stands in the address alone, of a cart that tells otherwise, is not repeated.
  if (did === 'reject') return 'late'
  return state === 'paid' ? 'paid' : state === 'reserved' ? 'reserved' : 'late'
}

/** Long enough for the cashier's screen and the customer's to be looked at together. */
const shownMs = 20_000

/** Whether a code was scanned just now, and the phone should say what came of it. */
export const justScanned = (cart: Listed): boolean =>
  cart.customerKind === 'app_code' &&
  (cart.state === 'paid' || cart.state === 'reserved') &&
  cart.now.getTime() - cart.createdAt.getTime() < shownMs

export function codeView({ token, leftMs, ofMs }: LiveCode): CodeView {
  const code = `500004-${token}`
  return { code, bars: code128(code), leftMs, ofMs }
}

export function codeWords(locale: Locale, code: string): CodeWords {
  const t = words(locale, 'sandbox')
  return {
    title: t('phone.code.title'),
    lead: t('phone.code.lead'),
    image: t('phone.code.image', { code }),
    left: t('phone.code.left'),
    newOne: t('phone.code.newOne'),
  }
}

export function traitRows({ noApp, noCredit }: Traits, locale: Locale): TraitRow[] {
  const t = words(locale, 'sandbox')
  return [
    { name: 'noApp', on: noApp, label: t('phone.traits.noApp'), about: t('phone.traits.noAppText') },
    { name: 'noCredit', on: noCredit, label: t('phone.traits.noCredit'), about: t('phone.traits.noCreditText') },
  ]
}

export function historyRows(carts: readonly Listed[], locale: Locale): HistoryRow[] {
  const t = words(locale, 'sandbox')
  return carts.map((cart) => ({
    id: cart.id,
    merchant: merchantName(cart.appKey, locale),
    amount: amountText(cart, locale),
    time: clockTime(cart.closedAt ?? cart.paidAt ?? cart.reservedAt ?? cart.createdAt).slice(0, 5),
    state: cart.state === 'pending' ? t(cart.push === 'no_app' ? 'phone.noApp' : 'phone.hidden') : t(`phone.state.${cart.state}`),
    good: cart.state === 'paid' || cart.state === 'reserved',
  }))
}
