// A shop to buy in: things the integration tests put into the database, and the ways they act on it.
import { randomInt } from 'node:crypto'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { newId } from '@/lib/ids'
import { checkout, type CheckoutResult } from '@/lib/payments/start'

/** A product of its own for one test, so that tests do not share stock. */
export async function aProduct({ stock = 10, price = 12_400 }: { stock?: number; price?: number } = {}): Promise<{ variantId: number; price: number }> {
  const tag = newId()
  // Two tests that begin at once may both be the first to want it.
  const shelf = { slug: 'test', nameIs: 'Próf', nameEn: 'Test', descriptionIs: '', descriptionEn: '', position: 99 }
  await db().category.createMany({ data: [shelf], skipDuplicates: true })
  const category = await db().category.findUniqueOrThrow({ where: { slug: 'test' } })
  const product = await db().product.create({
    data: {
      slug: `test-${tag.toLowerCase()}`, categoryId: category.id, nameIs: 'Prófpeysa', nameEn: 'Test sweater', descriptionIs: '', descriptionEn: '',
      price, vatRate: 24, drawing: 'x', garment: 'sweater', colour: 'grey', weight: 500, searchText: 'profpeysa',
      variants: { create: [{ sku: tag, size: 'M', position: 0, onHand: stock }] },
    },
    include: { variants: true },
  })
  const variant = product.variants[0]
  if (!variant) throw new Error('no variant')
  return { variantId: variant.id, price }
}

export async function aCart(variantId: number, quantity = 1): Promise<string> {
  const cart = await db().cart.create({ data: { id: newId(), lines: { create: [{ variantId, quantity }] } } })
  return cart.id
}

/** A number nobody else uses, so that limits and phones of different tests don't meet. */
export const aPhone = (): string => `7${randomInt(100_000, 999_999)}`.replace(/^77001/, '77991')

export const aForm = (phone: string = aPhone()) => ({
  name: 'Sunna Björk', email: 'sunna@example.is', phone, delivery: 'collect' as const, checkoutKey: newId(),
})

/** Buys one thing up to the waiting room. */
export async function startOne({ stock, quantity = 1, phone }: { stock?: number; quantity?: number; phone?: string } = {}): Promise<{ paymentId: string; variantId: number }> {
  const { variantId } = await aProduct({ stock })
  const result = await checkout({ cartId: await aCart(variantId, quantity), locale: 'is', form: aForm(phone) })
  return { paymentId: paymentOf(result), variantId }
}

export function paymentOf(result: CheckoutResult): string {
  if (result.kind !== 'started' && result.kind !== 'existing') throw new Error(`not started: ${JSON.stringify(result)}`)
  return result.paymentId
}

export const readPayment = (id: string) => db().payment.findUniqueOrThrow({ where: { id }, include: { order: true, events: { orderBy: { version: 'asc' } }, exchanges: { orderBy: { id: 'asc' } } } })

export const stockOf = (variantId: number) => db().variant.findUniqueOrThrow({ where: { id: variantId }, select: { onHand: true, held: true } })

/** What the merchant has set, for the payments that start from now on. */
export async function merchantChooses(settings: { confirmationType?: 0 | 1 | 2; captureBy?: 'shop' | 'merchant' | 'goods' }): Promise<void> {
  for (const [key, value] of Object.entries(settings)) {
    await db().setting.upsert({ where: { key }, update: { value }, create: { key, value } })
  }
}

const control = (path: string, body?: unknown) =>
  fetch(`${env().loopback}/sandbox/netgiro/control/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body ?? {}) })

/** What the customer does on the phone. */
export async function onThePhone(paymentId: string, action: 'accept' | 'reject' | 'ignore'): Promise<number> {
  const { transactionId } = await readPayment(paymentId)
  return (await control(`carts/${transactionId}/${action}`)).status
}

export const orderFaults = (faults: unknown) => control('faults', faults)
export const resetSandbox = () => control('reset')

/** Waits for something to become so, asking again and again. */
export async function until<T>(ask: () => Promise<T>, isSo: (value: T) => boolean, withinMs = 60_000): Promise<T> {
  const endsAt = performance.now() + withinMs
  for (;;) {
    const value = await ask()
    if (isSo(value)) return value
    if (performance.now() > endsAt) throw new Error(`still not so after ${withinMs} ms: ${JSON.stringify(value, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v))}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
