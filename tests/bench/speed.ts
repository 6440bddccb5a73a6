// The shop's release build beside a floor: the least that an application on this framework can be, built and loaded in
// the same run. Times and throughput are this machine's at this hour; what counts are the ratios between the two.
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import pg from 'pg'
import { load, median, type Target } from './speed/load'
import { clickThrough, costOf, feltBy } from './speed/visit'

const { values: options } = parseArgs({ options: { rounds: { type: 'string' }, seconds: { type: 'string' } }, strict: false })
const { SHOP_ORIGIN: shop = '', FLOOR_ORIGIN: floor = '', SHOP_PID, FLOOR_PID, CHROMIUM_PATH, DATABASE_URL } = process.env
const rounds = Number(options.rounds ?? 3)
const seconds = Number(options.seconds ?? 8)
const print = (text = '') => process.stdout.write(`${text}\n`)
const cell = (value: number, digits = 0) => value.toFixed(digits).padStart(9)
const residentMb = (pid = '') => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

const client = new pg.Client({ connectionString: DATABASE_URL })
await client.connect()
const ask = async <T extends object>(sql: string): Promise<T[]> => (await client.query<T>(sql)).rows
const [about] = await ask<{ version: string; products: number; last: number }>(
  "SELECT current_setting('server_version') AS version, count(*)::int AS products, max(id)::int AS last FROM product",
)
const pages = async (sql: string) => (await ask<{ slug: string }>(sql)).map(({ slug }) => `/is/p/${slug}`)
const popular = await pages('SELECT slug FROM product ORDER BY popularity DESC, id DESC LIMIT 20')
const drawn = Array.from({ length: 200 }, () => 1 + Math.floor(Math.random() * (about?.last ?? 1)))
const anywhere = await pages(`SELECT slug FROM product WHERE id IN (${drawn.join()}) LIMIT 40`)
const [paid] = await ask<{ id: string }>("SELECT id FROM payment WHERE state = 'confirmed' LIMIT 1")
await client.end()
print(`${about?.products} products; PostgreSQL ${about?.version}, Node ${process.version}, ${availableParallelism()} cores`)

const cold: number[] = []
for (const path of anywhere) {
  const from = performance.now()
  await (await fetch(`${shop}${path}`)).arrayBuffer()
  cold.push(performance.now() - from)
}
// The first few warm the process, not the page.
print(`\nfirst view ever of a product, ${cold.length - 10} of them one by one: ${median(cold.slice(10)).toFixed(0)} ms (median)`)

const list = '/is/c/lopapeysur'
const of = (origin: string, name: string, ...paths: string[]): Target => ({ name, origin, paths })
let unseenPrice = 1
const unseen = () => `${list}?colour=moss&to=${1_000_000 + unseenPrice++}`
const pairs: readonly { of: Target; floor: Target; goal: number | null }[] = [
  { of: of(shop, 'product', popular[0] ?? ''), floor: of(floor, 'prerendered', '/prerendered'), goal: 0.8 },
  { of: of(shop, 'twenty products in turn', ...popular), floor: of(floor, 'prerendered', '/prerendered'), goal: 0.8 },
  { of: of(shop, 'list', list), floor: of(floor, 'prerendered', '/prerendered'), goal: 0.8 },
  { of: of(shop, 'filtered list', `${list}?colour=moss`), floor: of(floor, '24 rows', '/dynamic'), goal: 0.8 },
  // Nobody asked for any of them before: what making one costs.
  { of: { ...of(shop, 'filtered lists, each new'), next: unseen }, floor: of(floor, '24 rows', '/dynamic'), goal: null },
  ...(paid
    ? [{ of: of(shop, 'status of a payment', `/api/payments/${paid.id}/status`), floor: of(floor, 'one row', '/row'), goal: 0.7 }]
    : []),
]
const floors = [...new Map(pairs.map((pair) => [pair.floor.name, pair.floor])).values()]
const targets = [...floors, ...pairs.map((pair) => pair.of)]
print(`\n10 connections, medians of ${rounds} rounds of ${seconds} s, taken in turn\n  per second   p99 ms  bad  what`)
const loaded = new Map((await load(targets, { rounds, seconds })).map((result, i) => [targets[i]?.name, result]))
for (const [name, { perSecond, p99, bad }] of loaded) print(`${cell(perSecond)}${cell(p99)}${String(bad).padStart(5)}  ${name}`)
print('\n    ratio   goal')
for (const pair of pairs) {
  const ratio = (loaded.get(pair.of.name)?.perSecond ?? 0) / (loaded.get(pair.floor.name)?.perSecond ?? 1)
  print(`${cell(ratio, 2)}  ${pair.goal === null ? '     ' : `≥ ${pair.goal}`}  ${pair.of.name} of ${pair.floor.name}`)
}
print(`\nheld after the load: shop ${residentMb(SHOP_PID).toFixed(0)} MB, floor ${residentMb(FLOOR_PID).toFixed(0)} MB`)

const browser = await chromium.launch({ executablePath: CHROMIUM_PATH, args: ['--no-sandbox', '--disable-background-networking'] })
const visited = [
  ['floor', `${floor}/prerendered`],
  ['list', `${shop}${list}`],
  ['product', `${shop}${popular[0]}`],
] as const
print('\nkB over the wire on a phone, four seconds after loading; then slow 4G and a processor four times slower, medians of 7')
print('     html       js  all   requests   LCP ms      CLS   TBT ms  what')
const felt = await feltBy(
  browser,
  visited.map(([, url]) => url),
  7,
)
for (const [i, [name, url]] of visited.entries()) {
  const { html, js, all, requests } = await costOf(browser, url)
  const { lcp = NaN, cls = NaN, tbt = NaN } = felt[i] ?? {}
  print(`${cell(html, 1)}${cell(js, 1)}${cell(all)}${cell(requests)}${cell(lcp)}${cell(cls, 3)}${cell(tbt)}  ${name}`)
}
const [floorClick, click] = await clickThrough(browser, [`${floor}/things`, `${shop}${list}`], 21)
print(`\nfrom a click in the list to the product's name: ${click?.toFixed(0)} ms, in the floor ${floorClick?.toFixed(0)} (medians of 21)`)
await browser.close()
