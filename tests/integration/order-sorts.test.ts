// Orders by age and by amount: each once, by key, forwards and backwards, and by an index at any number of orders.
import { expect, test } from 'vitest'
import { readOrdersQuery } from '@/app/admin/query'
import { ordersUrl } from '@/components/admin/orders-url'
import { newId } from '@/lib/ids'
import { listOrders, type OrdersQuery } from '@/lib/orders/merchant-queries'
import { orderSorts, placeOf, type OrderSort } from '@/lib/orders/sorts'
import { anOrder } from '../support/orders'

const tag = newId().replace(/[^a-z0-9]/gi, '')
const query: OrdersQuery = { filter: 'all', search: tag, particulars: true }
// Several of the same amount: their numbers decide.
const amounts = Array.from({ length: 60 }, (_, i) => 1_000 + 500 * ((i * 7) % 13))

async function walk(sort: OrderSort): Promise<number[]> {
  const seen: number[] = []
  for (let before: string | null | undefined; before !== null;) {
    const page = await listOrders({ ...query, sort, before })
    seen.push(...page.rows.map(({ number }) => number))
    before = page.older
  }
  return seen
}

test('every order comes once in each sort, and each page leads back to the one before it', async () => {
  const orders = []
  for (const total of amounts) orders.push(await anOrder({ name: `Ýr ${tag}`, total, state: 'cancelled' }))
  const numbers = (sorted: { number: number }[]) => sorted.map(({ number }) => number)
  const newest = orders.toReversed()
  expect(await walk('newest')).toEqual(numbers(newest))
  expect(await walk('oldest')).toEqual(numbers(orders))
  expect(await walk('amount')).toEqual(numbers(newest.toSorted((a, b) => b.total - a.total || b.number - a.number)))
  for (const sort of orderSorts) {
    const first = await listOrders({ ...query, sort })
    const second = await listOrders({ ...query, sort, before: first.older ?? undefined })
    const third = await listOrders({ ...query, sort, before: second.older ?? undefined })
    expect([first.rows.length, second.rows.length, third.rows.length]).toEqual([25, 25, 10])
    expect([first.newer, third.older]).toEqual([null, null])
    const back = await listOrders({ ...query, sort, after: third.newer ?? undefined })
    expect(back.rows).toEqual(second.rows)
    const top = await listOrders({ ...query, sort, after: back.newer ?? undefined })
    expect(top.rows).toEqual(first.rows)
    expect(top.newer).toBeNull()
  }
  const few = await listOrders({ ...query, sort: 'amount', filter: 'paid' })
  expect(few.rows).toEqual([])
})

test.each(['', '0', '-1', '1.5', '57.', '.57', '9999999999', '1.9999999999', 'x', '1e3', '57 '])(
  '%j is no place by number or amount',
  (key) => {
    expect(placeOf('newest', key === '1.5' ? '1.5' : key)).toBeUndefined()
    if (key !== '1.5') expect(placeOf('amount', key)).toBeUndefined()
  },
)

test('a key of another sort begins at the top', async () => {
  expect(placeOf('amount', '57')).toBeUndefined()
  expect(placeOf('oldest', '12400.57')).toBeUndefined()
  expect(placeOf('amount', '12400.57')).toEqual({ total: 12_400, number: 57 })
})

test('an address says the sort and says it back; nonsense is the newest first', () => {
  const view = readOrdersQuery({ q: ' Ýr ', state: 'to_pack', sort: 'amount', before: '12400.57' })
  expect(ordersUrl(view)).toBe('/admin?q=%C3%9Dr&state=to_pack&sort=amount&before=12400.57')
  expect(readOrdersQuery({ sort: 'price', state: 'x', before: ['1', '2'], q: 5 })).toEqual({
    filter: 'all',
    search: '',
    sort: 'newest',
    before: undefined,
    after: undefined,
  })
})
