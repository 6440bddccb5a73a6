// Orders as the merchant finds them, without a payment behind them: for what is done to orders alone.
import { db } from '@/lib/db'
import { newId } from '@/lib/ids'
import type { DeliveryKind } from '@/lib/orders/delivery'
import { aProduct } from './shop'

type Wanted = { delivery?: DeliveryKind; state?: string; channel?: 'webshop' | 'pos'; locale?: 'is' | 'en'; name?: string; total?: number }

/** An order of one thing, paid unless another state is asked for. */
export async function anOrder({
  delivery = 'post',
  state = 'paid',
  channel = 'webshop',
  locale = 'is',
  name = 'Sunna Björk',
  total = 12_400,
}: Wanted = {}) {
  const { variantId } = await aProduct()
  const atTill = channel === 'pos'
  return db().order.create({
    data: {
      id: newId(),
      checkoutKey: newId(),
      locale,
      delivery,
      state,
      channel,
      total,
      deliveryPrice: 0,
      vatTotal: Math.floor(total / 6),
      name: atTill ? '' : name,
      email: atTill ? '' : 'sunna@example.is',
      ...(atTill && { createdBy: 'user:test', locationId: 'test', registerId: '1' }),
      stock: state === 'open' ? 'held' : state === 'expired' || state === 'cancelled' ? 'released' : 'sold',
      paidAt: state === 'open' ? null : new Date(),
      holdUntil: new Date(Date.now() + 3_600_000),
      lines: {
        create: [
          {
            variantId,
            sku: 't',
            name: 'Prófpeysa',
            size: 'M',
            drawing: 'x',
            slug: 'x',
            quantity: 1,
            unitPrice: total,
            lineTotal: total,
            vatRate: 24,
            vatAmount: 0,
          },
        ],
      },
    },
  })
}

/** The mails an order has caused so far, the first first. */
export const mailsOf = (causeKeyStart: string) =>
  db().mail.findMany({ where: { outboxKey: { startsWith: causeKeyStart } }, orderBy: { id: 'asc' } })
