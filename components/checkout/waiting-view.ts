import { words, type Locale } from '@/lib/i18n'
import { formatMoney } from '@/lib/money'
import type { WaitingRoom } from '@/lib/payments/read'
import type { PublicState } from '@/lib/payments/machine'

/** What the waiting room shows: a public state, or one of five that the shopper must see told apart. */
export type Scene = PublicState | 'cancelling' | 'needsYes' | 'merchant' | 'goods' | 'unheard'

export type WaitingView = {
  readonly scene: Scene
  readonly eyebrow: string
  readonly title: string
  readonly text: string
  /** Why, when the provider said more than the state does. */
  readonly reason: string | null
  /** It is the shopper's turn, on the phone. */
  readonly onPhone: boolean
}

function sceneOf(waiting: WaitingRoom): Scene {
  if (waiting.unheard) return 'unheard'
  if (waiting.needsYes) return 'needsYes'
  if (waiting.waitsForMerchant) return 'merchant'
  if (waiting.waitsForGoods) return 'goods'
  return waiting.cancelling && (waiting.state === 'pending' || waiting.state === 'needs_code') ? 'cancelling' : waiting.state
}

export function viewOf(waiting: WaitingRoom, locale: Locale): WaitingView {
  const t = words(locale, 'payment')
  const scene = sceneOf(waiting)
  const onPhone = scene === 'pending' || scene === 'needs_code'
  const amount = formatMoney(waiting.amount, locale)
  const view = (text: string, title: string, eyebrow: string) => ({
    scene,
    eyebrow,
    title,
    text,
    onPhone,
    reason: waiting.terminal ? reasonOf(waiting, locale) : null,
  })
  switch (scene) {
    case 'merchant':
      return view(t('reserved.merchantText'), t('reserved.merchantTitle'), t('reserved.eyebrow'))
    case 'goods':
      return view(t('reserved.goodsText', { amount }), t('reserved.goodsTitle'), t('reserved.eyebrow'))
    case 'pending': {
      const text = waiting.payerHint ? t('pending.text', { amount, hint: waiting.payerHint }) : t('pending.textNoHint', { amount })
      return view(text, t('pending.title'), t('pending.eyebrow'))
    }
    case 'unheard':
      return { ...view(t('unheard.text', { amount }), t('unheard.title'), t('unheard.eyebrow')), reason: null }
    case 'needsYes':
      return view(t('needsYes.text', { amount }), t('needsYes.title'), t('needsYes.eyebrow'))
    case 'confirmed':
      return view(t('confirmed.text', { amount }), t('confirmed.title'), t('confirmed.eyebrow'))
    default:
      return view(t(`${scene}.text`), t(`${scene}.title`), t(`${scene}.eyebrow`))
  }
}

/** Where the state's own sentence says it all there is none. */
function reasonOf({ reason, state }: WaitingRoom, locale: Locale): string | null {
  const t = words(locale, 'payment')
  const known = reasons.find((key) => key === reason)
  return known && state !== 'confirmed' ? t(`reason.${known}`) : null
}

const reasons = ['not_a_customer', 'below_minimum', 'wrong_code', 'cart_closed', 'not_accepted', 'provider_down', 'no_answer'] as const
