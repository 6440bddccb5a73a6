// The provider, as small as it can be: carts, the customer's yes, and what the merchant's calls do to them. Its
// answers may be lost, late or never come, as drawn.
import type { CallContext, CaptureMode, Gateway, Outcome, Reason, Seen, Truth } from '@/lib/gateways/gateway'
import { gatewayNamed } from '@/lib/payments/gateways'
import { pass, present, step } from './time'

export const faults = ['none', 'not_sent', 'request_lost', 'answer_lost', 'error_after_effect'] as const
export type Fault = (typeof faults)[number]

export type Cart = {
  readonly id: string
  readonly reference: string
  readonly amount: number
  readonly mode: CaptureMode
  readonly callbackUrl: string
  readonly endsAt: number
  truth: Truth
  reservedAt: number
  /** By when our server must have answered its callback. */
  answerBy: number
}

/** A code the customer of this provider was sent. */
export const rightCode = '4321'
const week = 7 * 86_400_000

export class Provider {
  readonly carts: Cart[] = []
  /** Each time money moved: the cart, and how. */
  readonly taken: { readonly cart: Cart; readonly by: 'ConfirmCart' | 'callback' | 'customer' }[] = []
  readonly calls: string[] = []
  faults: Fault[] = []
  validityMs = 180_000
  firstTruth: 'pending' | 'needs_code' = 'pending'

  cartOf(reference: string): Cart | undefined {
    return this.carts.find((cart) => cart.reference === reference)
  }

  /** What has run out meanwhile. */
  private aged(cart: Cart): Cart {
    const now = present().getTime()
    if ((cart.truth === 'pending' || cart.truth === 'needs_code') && now > cart.endsAt) cart.truth = 'closed'
    if (cart.truth === 'reserved' && now > cart.reservedAt + week) cart.truth = 'closed'
    if (cart.truth === 'reserved_for_callback' && now > cart.answerBy) cart.truth = 'cancelled'
    return cart
  }

  /** The customer's decision; false when it came too late. */
  decide(cart: Cart, yes: boolean): boolean {
    if (this.aged(cart).truth !== 'pending' && cart.truth !== 'needs_code') return false
    if (!yes) cart.truth = 'declined'
    else if (cart.mode === 'automatic') this.take(cart, 'customer')
    else {
      cart.truth = cart.mode === 'manual' ? 'reserved' : 'reserved_for_callback'
      cart.reservedAt = present().getTime()
      cart.answerBy = cart.reservedAt + 10_000
    }
    return yes
  }

  /** Our server's answer to the callback of a cart that waits for it. */
  answered(cart: Cart, status: number): void {
    if (this.aged(cart).truth !== 'reserved_for_callback') return
    if (status === 200) this.take(cart, 'callback')
    else cart.truth = 'cancelled'
  }

  private take(cart: Cart, by: 'ConfirmCart' | 'callback' | 'customer'): void {
    cart.truth = 'confirmed'
    this.taken.push({ cart, by })
  }

  private async call<T>(name: string, limitMs: number, context: CallContext, effect: () => Outcome<T>): Promise<Outcome<T>> {
    const row = await context.recorder.open({ operation: name, request: {} })
    const endsAt = performance.now() + Math.min(limitMs, context.budgetMs ?? Infinity)
    const fault = this.faults.shift() ?? 'none'
    const outcome = await step(`${name} at the provider${fault === 'none' ? '' : `: ${fault}`}`, (): Outcome<T> | null => {
      if (fault === 'not_sent') return { kind: 'unknown', cause: 'not_sent' }
      if (fault === 'request_lost' || performance.now() > endsAt) return null
      this.calls.push(name)
      return effect()
    })
    return step(`${name} is answered`, async () => {
      const lost = outcome === null || fault === 'answer_lost' || performance.now() > endsAt
      if (lost) pass(Math.max(0, endsAt - performance.now()))
      const answer: Outcome<T> = lost ? { kind: 'unknown', cause: 'timeout' } : fault === 'error_after_effect' ? { kind: 'unknown', cause: 'http_status' } : outcome
      await row.close({ durationMs: 0, outcome: answer.kind })
      return answer
    })
  }

  private about(transactionId: string): Cart | undefined {
    const cart = this.carts.find(({ id }) => id === transactionId)
    return cart && this.aged(cart)
  }

  private seen(cart: Cart | undefined): Outcome<Seen> {
    return { kind: 'done', value: cart ? { truth: cart.truth, amount: { amount: cart.amount, currency: 'ISK' }, reference: cart.reference } : { truth: 'missing' } }
  }

  private confirm(cart: Cart | undefined, refused: Reason, allowed: Truth): Outcome<Seen> {
    if (cart?.truth === 'confirmed') return this.seen(cart)
    if (cart?.truth !== allowed) return { kind: 'refused', reason: refused, code: '10201' }
    if (allowed === 'needs_code') this.decide(cart, true)
    else this.take(cart, 'ConfirmCart')
    return this.seen(cart)
  }

  /** The calls of a gateway, answered by this provider. */
  gateway(): Pick<Gateway, 'start' | 'check' | 'capture' | 'cancel' | 'submitCode' | 'readCallback'> {
    return {
      start: ({ reference, amount, captureMode, callbackUrl }, context) =>
        this.call('InsertCart', 8_000, context, () => {
          const cart: Cart = { id: `transaction-${this.carts.length + 1}`, reference, amount: amount.amount, mode: captureMode, callbackUrl, endsAt: present().getTime() + this.validityMs, truth: this.firstTruth, reservedAt: 0, answerBy: 0 }
          this.carts.push(cart)
          return { kind: 'done', value: { transactionId: cart.id, seen: { truth: cart.truth } } }
        }),
      check: ({ transactionId }, context) => this.call('CheckCart', 5_000, context, () => this.seen(this.about(transactionId))),
      capture: ({ transactionId }, context) => this.call('ConfirmCart', 10_000, context, () => this.confirm(this.about(transactionId), 'cart_closed', 'reserved')),
      cancel: ({ transactionId }, context) =>
        this.call('CancelCart', 8_000, context, () => {
          const cart = this.about(transactionId)
          if (cart?.truth !== 'pending' && cart?.truth !== 'needs_code') return { kind: 'refused', reason: 'not_accepted', code: '10200' }
          cart.truth = 'cancelled'
          return this.seen(cart)
        }),
      submitCode: ({ transactionId }, code, context) =>
        this.call('ConfirmCart with a code', 10_000, context, () =>
          code === rightCode ? this.confirm(this.about(transactionId), 'cart_closed', 'needs_code') : { kind: 'refused', reason: 'wrong_code', code: '400' },
        ),
      readCallback({ body }) {
        const { transactionId, reference } = JSON.parse(Buffer.from(body).toString()) as { transactionId: string; reference: string }
        return { signature: 'valid', parsed: true, transactionId, reference, view: {} }
      },
    }
  }

  /** Stands where the shop's registry has the real one. */
  takeOver(): void {
    Object.assign(gatewayNamed('netgiro'), this.gateway())
  }
}
