// Each question is asked as the shop asks it, and then explained to us by the database, several times warm.
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { db } from '@/lib/db'
import { journeys } from './journeys'
import { recorded, type Asked } from './recorder'

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    check: { type: 'boolean' },
    budget: { type: 'string' },
    runs: { type: 'string' },
    plans: { type: 'string' },
  },
})
const budgetMs = Number(options.budget ?? 20)
const runs = Number(options.runs ?? 7)

type Plan = { 'Planning Time': number; 'Execution Time': number }
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const ms = (value: number) => value.toFixed(1).padStart(7)

const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
await client.connect()

/** Planning and execution together: a shopper waits for both. */
async function explain({ text, values }: Asked): Promise<number> {
  const times: number[] = []
  for (let run = 0; run <= runs; run++) {
    const { rows } = await client.query<{ 'QUERY PLAN': [Plan] }>(`EXPLAIN (ANALYZE, FORMAT JSON, TIMING OFF) ${text}`, [...values])
    const plan = rows[0]?.['QUERY PLAN'][0]
    if (!plan) throw new Error('no plan')
    // The first one warms the cache.
    if (run) times.push(plan['Planning Time'] + plan['Execution Time'])
  }
  return median(times)
}

const { rows: about } = await client.query<{ version: string; products: number; variants: number }>(
  "SELECT current_setting('server_version') AS version, (SELECT count(*)::int FROM product) AS products, (SELECT count(*)::int FROM variant) AS variants",
)
const print = (text: string) => process.stdout.write(`${text}\n`)
print(
  `${about[0]?.products} products, ${about[0]?.variants} sizes; PostgreSQL ${about[0]?.version}, Node ${process.version}, ${availableParallelism()} cores`,
)
print(`median of ${runs} warm runs, planning and execution; budget of one query ${budgetMs} ms\n`)
print('slowest    sum  queries  what')

const over: string[] = []
for (const { name, go } of journeys) {
  const asked = await recorded(go)
  const times: number[] = []
  for (const question of asked) times.push(await explain(question))
  const slowest = Math.max(0, ...times)
  if (slowest > budgetMs) over.push(name)
  print(
    `${ms(slowest)} ${ms(times.reduce((sum, time) => sum + time, 0))}  ${String(asked.length).padStart(7)}  ${name}${slowest > budgetMs ? '  OVER' : ''}`,
  )
  const worst = asked[times.indexOf(slowest)]
  if (options.plans && name.includes(options.plans) && worst) {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN (ANALYZE, BUFFERS) ${worst.text}`, [...worst.values])
    print(`${worst.text}\n${JSON.stringify(worst.values)}\n${rows.map((row) => row['QUERY PLAN']).join('\n')}`)
  }
}
await client.end()
await db().$disconnect()
print(over.length ? `\n${over.length} over ${budgetMs} ms` : '\nall within the budget')
if (options.check && over.length) process.exitCode = 1
