// What happens at the same time. Each is told to a world that is at rest; all that begins in it is interleaved.
import { cancelByHand, confirmByHand } from '@/lib/payments/by-hand'
import { cancelPayment } from '@/lib/payments/cancel'
import { giveUp, releaseReservation, renewYes } from '@/lib/payments/capture'
import { pollStatus } from '@/lib/payments/read'
import { reconcileDue } from '@/lib/payments/reconcile'
import { refreshPayment } from '@/lib/payments/refresh'
import { tryAgain } from '@/lib/payments/start'
import { submitCode } from '@/lib/payments/submit-code'
import { rightCode } from './provider'
import { phone, type Settings, type World } from './world'

export type Scenario = {
  readonly what: string
  readonly settings?: Settings
  /** Before, one after the other. */
  readonly before: (world: World) => Promise<unknown>
  /** At the same time. */
  readonly meanwhile: (world: World) => void
}

const merchant = 'user:merchant'
const page = (world: World) => world.begins('a page', () => pollStatus(world.paymentId))
const reconciler = (world: World) => world.begins('a reconciler', () => reconcileDue())
const shopperCancels = (world: World) => world.begins('the shopper who cancels', () => cancelPayment(world.paymentId, { actor: 'shopper', who: 'shopper' }))
const merchantConfirms = (world: World) => world.begins('the merchant who confirms', () => confirmByHand({ paymentId: world.paymentId, actor: merchant }))
const merchantCancels = (world: World) => world.begins('the merchant who cancels', () => cancelByHand({ paymentId: world.paymentId, actor: merchant, reason: 'asked by phone' }))

export const scenarios: readonly Scenario[] = [
  {
    what: 'two pages, the callback and the reconciler meet the yes',
    before: (world) => world.waiting(),
    meanwhile(world) {
      world.customer(true)
      page(world)
      page(world)
      reconciler(world)
    },
  },
  {
    what: "the shopper's cancel against the customer's yes",
    before: (world) => world.waiting(),
    meanwhile(world) {
      shopperCancels(world)
      world.customer(true)
      page(world)
      reconciler(world)
    },
  },
  {
    what: "the merchant's cancel, and the shopper's, against the capture",
    before: (world) => world.accepted(),
    meanwhile(world) {
      world.begins('the callback', () => refreshPayment(world.paymentId, 'callback'))
      merchantCancels(world)
      shopperCancels(world)
      reconciler(world)
    },
  },
  {
    what: 'the merchant confirms while the shopper cancels',
    settings: { captureBy: 'merchant' },
    before: (world) => world.waiting(),
    meanwhile(world) {
      world.customer(true)
      merchantConfirms(world)
      shopperCancels(world)
      merchantConfirms(world)
      page(world)
    },
  },
  {
    what: 'the lease runs out in the middle of a capture, and its holder wakes up later',
    before: (world) => world.accepted(),
    meanwhile(world) {
      world.begins('the callback', () => refreshPayment(world.paymentId, 'callback'))
      world.timePasses(31)
      reconciler(world)
      world.timePasses(31)
      page(world)
    },
  },
  {
    what: 'one form sent twice, the answer to its start, the callback that overtakes it, and the reconciler',
    before: (world) => world.cart(),
    meanwhile(world) {
      world.submits()
      world.submits()
      world.customer(true)
      world.customer(true)
      reconciler(world)
    },
  },
  {
    what: 'the provider waits for our answer to its callback, which comes twice, while the shopper cancels',
    settings: { confirmationType: 1 },
    before: (world) => world.waiting(),
    meanwhile(world) {
      world.customer(true)
      world.begins('the callback once more', () => world.callback(world.cartOf()))
      shopperCancels(world)
      page(world)
      world.timePasses(7)
      reconciler(world)
    },
  },
  {
    what: 'the money is taken at the yes, while the shopper cancels and time runs out',
    settings: { confirmationType: 0 },
    before: (world) => world.waiting(),
    meanwhile(world) {
      world.customer(true)
      shopperCancels(world)
      world.timePasses(170)
      page(world)
      reconciler(world)
      reconciler(world)
    },
  },
  {
    what: 'a wrong code, the right one twice, and the merchant who calls it off',
    before(world) {
      world.provider.firstTruth = 'needs_code'
      return world.waiting()
    },
    meanwhile(world) {
      for (const code of ['0000', rightCode, rightCode]) world.begins('the clerk with a code', () => submitCode(world.paymentId, code, merchant))
      merchantCancels(world)
      page(world)
      reconciler(world)
    },
  },
  {
    what: 'another try while the first payment may still be accepted: two phones say yes',
    before: (world) => world.waiting(),
    meanwhile(world) {
      shopperCancels(world)
      world.customer(true)
      const again = () => world.begins('the shopper who tries again', () => tryAgain({ paymentId: world.paymentId, phone }))
      again()
      again()
      world.customer(true, { cart: () => world.provider.carts[1] })
      world.timePasses(200)
      reconciler(world)
      reconciler(world)
    },
  },
  {
    what: 'the customer says yes as the time runs out',
    before: (world) => world.waiting(),
    meanwhile(world) {
      world.timePasses(175)
      world.customer(true)
      world.timePasses(25)
      page(world)
      reconciler(world)
      reconciler(world)
    },
  },
  {
    what: 'a yes that came after the cancel is renewed, given up and released at once',
    async before(world) {
      await world.accepted()
      await cancelPayment(world.paymentId, { actor: 'shopper', who: 'shopper' })
    },
    meanwhile(world) {
      world.begins('the shopper who wants it after all', () => renewYes(world.paymentId))
      world.begins('the shopper in another tab', () => giveUp(world.paymentId))
      world.begins('the merchant who lets it go', () => releaseReservation(world.paymentId, merchant))
      merchantConfirms(world)
      page(world)
      reconciler(world)
    },
  },
]
