// One shop with one order, one provider and one customer, made anew for each interleaving.
import { newId } from '@/lib/ids'
import { inTransaction } from '@/lib/db'
import { callbackUrl } from '@/lib/payments/addresses'
import { phoneGateway } from '@/lib/payments/gateways'
import { receiveCallback } from '@/lib/payments/notify'
import { checkout, createPayment, send, termsOf } from '@/lib/payments/start'
import { database } from './client'
import { Provider, type Cart } from './provider'
import { emptyTables, rows, tables, write, type Row } from './tables'
import { begin, pass, present, turn } from './time'

export type Settings = { readonly confirmationType?: 0 | 1 | 2; readonly captureBy?: 'shop' | 'merchant'; readonly stock?: number }

/** One of the published test numbers, which nobody limits. */
export const phone = '8223281'
const second = 1_000

export class World {
  readonly provider = new Provider()
  readonly orderId = newId()
  paymentId = ''
  readonly complaints: string[] = []

  constructor({ confirmationType = 2, captureBy = 'shop', stock = 1 }: Settings = {}) {
    emptyTables()
    ;(globalThis as { shopDb?: unknown }).shopDb = database
    this.provider.takeOver()
    write('setting', null, { key: 'confirmationType', value: confirmationType })
    write('setting', null, { key: 'captureBy', value: captureBy })
    write('product', null, { id: 1, nameIs: 'Peysa', nameEn: 'Sweater', price: 12_900, vatRate: 24, drawing: '-', slug: 'peysa' })
    write('variant', null, { id: 1, productId: 1, sku: 'P-1', size: 'M', onHand: stock, held: 0 })
  }

  /** An order with its goods held, and the intent to pay it. */
  async order() {
    const order = { id: this.orderId, number: 1001, state: 'open', stock: 'held', checkoutKey: newId(), cartId: null, locale: 'is', name: 'Anna', email: 'anna@example.is', delivery: 'collect', deliveryPrice: 0, currency: 'ISK', total: 12_900, vatTotal: 2_497, holdUntil: new Date(present().getTime() + 20 * 60 * second), paidAt: null, createdAt: present() }
    write('order', null, order)
    write('orderLine', null, { id: 1, orderId: order.id, variantId: 1, sku: 'P-1', name: 'Peysa', size: 'M', quantity: 1, unitPrice: 12_900, lineTotal: 12_900, vatRate: 24, vatAmount: 2_497 })
    for (const [key, variant] of tables.variant) write('variant', key, { ...variant, held: 1 })
    const gateway = phoneGateway()
    const payer = { kind: 'phone', phone } as const
    const payment = await inTransaction(async (tx) => createPayment(tx, order, { gateway, terms: await termsOf(gateway, 'phone'), payer }))
    this.paymentId = payment.id
    return () => send(payment, { payer, gateway })
  }

  /** Goods in a cart, and nothing else yet. */
  async cart(): Promise<void> {
    write('cart', null, { id: 'cart' })
    write('cartLine', null, { id: 1, cartId: 'cart', variantId: 1, quantity: 1, addedAt: present() })
  }

  /** The shopper sends the form of that cart. */
  submits(): void {
    const form = { name: 'Anna', email: 'anna@example.is', phone, delivery: 'collect', checkoutKey: this.orderId } as const
    this.begins('the shopper', () => checkout({ cartId: 'cart', locale: 'is', form }))
  }

  /** An order whose payment the customer's phone shows. */
  async waiting(): Promise<void> {
    await (await this.order())()
    pass(4 * second)
  }

  /** The customer has said yes, and nobody has told the shop. */
  async accepted(): Promise<void> {
    await this.waiting()
    this.provider.decide(this.cartOf(), true)
    pass(second)
  }

  payment(id = this.paymentId): Row {
    return rows('payment').find((p) => p.id === id) ?? {}
  }

  cartOf(paymentId = this.paymentId): Cart {
    const cart = this.provider.cartOf(String(this.payment(paymentId).reference))
    if (!cart) throw new Error(`no cart of ${paymentId}`)
    return cart
  }

  /** Somebody begins; whatever they are told that they should not be told is a complaint. */
  begins(who: string, deed: () => Promise<unknown>): void {
    begin(deed).catch((error: unknown) => this.complaints.push(`${who} was told: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`))
  }

  /** The customer looks at the phone and decides; the provider then tells the shop, unless the message is lost. */
  customer(yes: boolean, { told = true, cart = () => this.provider.carts[0] }: { told?: boolean; cart?: () => Cart | undefined } = {}): void {
    this.begins('the customer', async () => {
      const decided = await turn(`the customer says ${yes ? 'yes' : 'no'}`, () => {
        const asked = cart()
        return asked && this.provider.decide(asked, yes) ? asked : null
      })
      if (decided && told) await this.callback(decided)
    })
  }

  /** The provider's POST, and what it makes of our answer. Without one that says yes or no it tries once more. */
  async callback(cart: Cart): Promise<void> {
    const [, gateway = '', paymentId = '', token = ''] = /callbacks\/([^/]+)\/([^/]+)\/([^/?]+)/.exec(cart.callbackUrl) ?? []
    if (cart.callbackUrl !== callbackUrl(gateway, paymentId, 'callback')) throw new Error('the address is not the one that was registered')
    const body = Buffer.from(JSON.stringify({ transactionId: cart.id, reference: cart.reference }))
    for (let tries = 1; tries <= 2; tries++) {
      const status = await receiveCallback({ gateway, paymentId, token, kind: 'callback', headers: new Headers(), body })
      if (status === 503 && tries === 1) continue
      return turn(`the provider hears ${status}`, () => this.provider.answered(cart, status))
    }
  }

  /** Time passes at some moment of the story. */
  timePasses(seconds: number): void {
    this.begins('time', () => turn(`${seconds} seconds pass`, () => pass(seconds * second)))
  }
}
