// The merchant's list of orders through the shop's own code: what the server needs for a page, whatever page it is.
import { availableParallelism } from 'node:os'
import { db } from '@/lib/db'
import { listOrders, readOrderForMerchant, type OrdersQuery } from '@/lib/orders/merchant-queries'
import { readStory } from '@/lib/payments/story'

const print = (text: string) => process.stdout.write(`${text}\n`)
const budgetMs = 100
const runs = 7
const steps = 1_000
const plain: OrdersQuery = { filter: 'all', search: '', particulars: true }

const [about] = await db().$queryRaw<{ version: string; orders: number; last: number }[]>`
  SELECT current_setting('server_version') AS version, count(*)::int AS orders, max(number) AS last FROM orders`
const somewhere = Math.floor((about?.last ?? 1) / 2)
const [payment] = await db().$queryRaw<{ reference: string; transactionId: string }[]>`
  SELECT p.reference, p.transaction_id AS "transactionId" FROM payment p JOIN orders o ON o.id = p.order_id WHERE o.number = ${somewhere}`

/** The key of the page that so many clicks on "next" lead to: each click is made. */
async function walked(query: OrdersQuery): Promise<string | undefined> {
  let before: string | undefined
  for (let step = 0; step < steps; step++) before = (await listOrders({ ...query, before })).older ?? before
  return before
}

const pages: Record<string, () => Promise<unknown>> = {}
for (const filter of ['all', 'to_confirm', 'to_pack', 'packed', 'to_collect', 'returning', 'open', 'paid', 'refunded', 'expired'] as const) pages[`first page, ${filter}`] = () => listOrders({ ...plain, filter })
for (const sort of ['oldest', 'amount'] as const) pages[`first page by ${sort}`] = () => listOrders({ ...plain, sort })
for (const [name, search] of Object.entries({
  'an order number': String(somewhere),
  'a reference': payment?.reference ?? '',
  "the gateway's transaction": payment?.transactionId ?? '',
  "a phone's last two digits": '81',
  'last two digits nobody has': '00',
  'a common name': 'Katla',
  'a whole name': 'Jökull Magnússon',
  'a piece of an address': 'shopper31415@',
  'a name nobody has': 'Xýzófer',
})) pages[`search, ${name}`] = () => listOrders({ ...plain, search })
const [newest, paid, byAmount] = [await walked(plain), await walked({ ...plain, filter: 'paid' }), await walked({ ...plain, sort: 'amount' })]
pages[`after ${steps} clicks on next`] = () => listOrders({ ...plain, before: newest })
pages[`after ${steps} clicks on next, paid`] = () => listOrders({ ...plain, filter: 'paid', before: paid })
pages[`after ${steps} clicks on next, by amount`] = () => listOrders({ ...plain, sort: 'amount', before: byAmount })
pages['one order with its story'] = async () => {
  const order = await readOrderForMerchant(somewhere, true)
  if (order) await readStory(order)
}

print(`${about?.orders} orders; PostgreSQL ${about?.version}, Node ${process.version}, ${availableParallelism()} cores`)
print(`median of ${runs} warm runs, from the question to the rows; ${budgetMs} ms is what a page may take\n\n     ms  what`)
let over = 0
for (const [name, read] of Object.entries(pages)) {
  const times: number[] = []
  for (let run = 0; run <= runs; run++) {
    const from = performance.now()
    await read()
    if (run) times.push(performance.now() - from)
  }
  const ms = times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0
  if (ms > budgetMs) over++
  print(`${ms.toFixed(1).padStart(7)}  ${name}${ms > budgetMs ? '  OVER' : ''}`)
}
await db().$disconnect()
print(over ? `\n${over} over ${budgetMs} ms` : '\nall within the budget')
if (over && process.argv.includes('--check')) process.exitCode = 1
