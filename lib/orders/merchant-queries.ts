import { db, type Prisma } from '@/lib/db'
import type { Currency, Money } from '@/lib/money'
import { placeOf, sortings, type OrderSort } from './sorts'

export const orderFilters = ['all', 'to_confirm', 'to_pack', 'packed', 'to_collect', 'returning', 'open', 'paid', 'refunded', 'expired', 'cancelled'] as const
export type OrderFilter = (typeof orderFilters)[number]

export type OrdersQuery = {
  readonly filter: OrderFilter
  readonly search: string
  /** The newest first unless it is said. */
  readonly sort?: OrderSort | undefined
  /** Keyset: the orders further down the list than this key, or further up. What is no key of the sort is the top. */
  readonly before?: string | undefined
  readonly after?: string | undefined
  /** False for those who must not see whose order it is: names are left out, and not searched. */
  readonly particulars: boolean
}

export type OrderRow = {
  readonly number: number
  readonly createdAt: Date
  readonly customer: string | null
  readonly state: string
  /** The latest step with its goods; null while there is none. */
  readonly fulfilment: string | null
  readonly total: Money
  /** The payment that matters most: the one alive, else the latest. */
  readonly payment: { readonly state: string; readonly gateway: string } | null
  readonly attention: boolean
}

/** A page. `older` and `newer` are the keys of the pages further down and up, null where there is none. */
export type OrdersPage = { readonly rows: readonly OrderRow[]; readonly older: string | null; readonly newer: string | null }

const pageSize = 25
const largestNumber = 2_147_483_647
const over = new Set(['declined', 'cancelled', 'expired', 'failed', 'late_unhonoured'])
const inOrder = { reserved: 0, confirmed: 1 } as Record<string, number>

/** A reservation only a person may confirm. */
const waitsForPerson = { state: 'reserved', captureMode: 'manual', captureBy: 'merchant', needsYes: false } satisfies Prisma.PaymentWhereInput

/** Paid, or reserved until the goods leave. As the indexes orders_to_pack and orders_still_here have it. */
const toBePacked = { channel: 'webshop', OR: [{ state: { in: ['paid', 'part_refunded'] } }, { reserved: true }] } satisfies Prisma.OrderWhereInput

/** Nothing has been done about the goods. */
const toPack = { fulfilment: null, ...toBePacked } satisfies Prisma.OrderWhereInput

async function searched(search: string, particulars: boolean): Promise<Prisma.OrderWhereInput> {
  const text = search.trim().replace(/^#/, '')
  if (!text) return {}
  // Two digits are no number of an order, but all we keep of the phone that rang.
  if (particulars && /^\d{2}$/.test(text)) return { payments: { some: { payerHint: text } } }
  if (/^\d{1,10}$/.test(text) && Number(text) <= largestNumber) return { number: Number(text) }
  // Our reference, or the gateway's own name for a payment: first, since either has an index and together with names has none.
  if (/^[\w-]{16,64}$/.test(text)) {
    const select = { orderId: true } as const
    const payment = (await db().payment.findUnique({ where: { reference: text }, select })) ?? (await db().payment.findFirst({ where: { transactionId: text }, select }))
    if (payment) return { id: payment.orderId }
  }
  if (!particulars) return { number: -1 }
  // In LIKE these three are not themselves.
  const contains = text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
  return { OR: [{ name: { contains, mode: 'insensitive' } }, { email: { contains, mode: 'insensitive' } }] }
}

function filtered(filter: OrderFilter): Prisma.OrderWhereInput {
  if (filter === 'all') return {}
  if (filter === 'to_pack') return toPack
  // Packed, and neither sent nor told to be ready; ready, and not collected.
  if (filter === 'packed') return { fulfilment: 'packed', ...toBePacked }
  if (filter === 'to_collect') return { fulfilment: 'ready', ...toBePacked }
  if (filter === 'returning') return { withdrawals: { some: { settledAt: null } } }
  if (filter === 'refunded') return { state: { in: ['part_refunded', 'refunded'] } }
  return filter === 'to_confirm' ? { payments: { some: waitsForPerson } } : { state: filter }
}

/** One page of orders, by key. */
export async function listOrders({ filter, search, sort = 'newest', before, after, particulars }: OrdersQuery): Promise<OrdersPage> {
  const { keyOf, orderBy, beyond } = sortings[sort]
  const below = placeOf(sort, before)
  const above = below ? undefined : placeOf(sort, after)
  const place = below ?? above
  const upwards = above !== undefined
  const found = await db().order.findMany({
    where: { AND: [await searched(search, particulars), filtered(filter), place ? beyond(place, upwards) : {}] },
    orderBy: orderBy(upwards),
    take: pageSize + 1,
    select: {
      number: true, createdAt: true, name: true, state: true, fulfilment: true, total: true, currency: true,
      payments: {
        orderBy: { createdAt: 'desc' },
        select: { state: true, gateway: true, _count: { select: { attention: { where: { clearedAt: null } } } } },
      },
    },
  })
  const more = found.length > pageSize
  const page = found.slice(0, pageSize)
  if (upwards) page.reverse()
  const [first, last] = [page.at(0), page.at(-1)].map((row) => (row ? keyOf(row) : null))
  return {
    rows: page.map(({ name, total, currency, payments, ...order }) => {
      const alive = mattersMost(payments)
      return {
        ...order,
        customer: particulars ? name : null,
        total: { amount: total, currency: currency as Currency },
        payment: alive ? { state: alive.state, gateway: alive.gateway } : null,
        attention: payments.some((payment) => payment._count.attention > 0),
      }
    }),
    older: (upwards || more) && last ? last : null,
    newer: (upwards ? more : below !== undefined) && first ? first : null,
  }
}

/** Some of the filtered orders below a number, newest first, with what a file of them holds. */
export async function ordersBelow({ filter, search, particulars }: OrdersQuery, take: number, below?: number) {
  const found = await db().order.findMany({
    where: { AND: [await searched(search, particulars), filtered(filter), below ? { number: { lt: below } } : {}] },
    orderBy: { number: 'desc' },
    take,
    select: {
      number: true, createdAt: true, paidAt: true, state: true, fulfilment: true, channel: true, total: true, vatTotal: true, deliveryPrice: true, currency: true, delivery: true,
      name: particulars, email: particulars, phone: particulars, address: particulars, postcode: particulars, city: particulars,
      payments: { orderBy: { createdAt: 'desc' }, select: { state: true, gateway: true, reference: true, transactionId: true } },
    },
  })
  return found.map(({ payments, ...order }) => ({ ...order, payment: mattersMost(payments) }))
}

/** The payment alive, else the latest. */
const mattersMost = <P extends { readonly state: string }>(payments: readonly P[]): P | undefined => payments.toSorted((a, b) => rank(a.state) - rank(b.state))[0]

const rank = (state: string): number => (over.has(state) ? 9 : (inOrder[state] ?? 2))

/** How many reservations wait for a person; the partial index on live payments answers it. */
export const countToConfirm = (): Promise<number> => db().payment.count({ where: waitsForPerson })

/** How many orders a list of waiting goods has, counted no further than `most`: where nobody packs in the admin it is all of them. */
export const countGoods = (filter: 'to_pack' | 'packed' | 'to_collect', most = 100): Promise<number> =>
  db().order.count({ where: filtered(filter), take: most })

/** One order with all that is kept of it, for the merchant. Null when no order has the number. */
export async function readOrderForMerchant(number: number, particulars: boolean) {
  if (!Number.isInteger(number) || number < 1 || number > largestNumber) return null
  const order = await db().order.findUnique({
    where: { number },
    include: { lines: { orderBy: { id: 'asc' } }, payments: { orderBy: { createdAt: 'desc' } } },
  })
  if (!order) return null
  const { name, email, phone, address, postcode, city, ...rest } = order
  return { ...rest, currency: order.currency as Currency, customer: particulars ? { name, email, phone, address, postcode, city } : null }
}

export type MerchantOrder = NonNullable<Awaited<ReturnType<typeof readOrderForMerchant>>>
