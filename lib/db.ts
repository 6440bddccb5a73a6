import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from '@/lib/generated/prisma/client'
import { env } from '@/lib/env'

export { Prisma }
export type Tx = Prisma.TransactionClient

function connect(): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: env().databaseUrl,
    max: 15,
    connectionTimeoutMillis: 5_000,
    // The database gives up before the transaction's own clock does, so that a COMMIT is never cut short by us.
    options: '-c lock_timeout=2000 -c statement_timeout=5000 -c idle_in_transaction_session_timeout=10000',
  })
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 5_000, timeout: 15_000 } })
}

// `next dev` loads modules anew on every change; the pool must survive that.
const kept = globalThis as { shopDb?: PrismaClient }

/** The shop's connection pool; opened on first use. */
export const db = (): PrismaClient => (kept.shopDb ??= connect())

/** The database's clock, which alone decides about deadlines: it is the same for every instance, whatever theirs say. */
export async function databaseNow(on: Pick<Tx, '$queryRaw'> = db()): Promise<Date> {
  const [{ now }] = await on.$queryRaw<[{ now: Date }]>`SELECT clock_timestamp() AS now`
  return now
}

/** Postgres' and Prisma's names for "try the whole transaction again". */
const transient = new Set(['40001', '40P01', '55P03', 'P2034', 'P2028'])

function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, meta } = error as { code?: string; meta?: { code?: string; driverAdapterError?: { cause?: { originalCode?: string } } } }
  const original = meta?.driverAdapterError?.cause?.originalCode ?? meta?.code
  return transient.has(code ?? '') || transient.has(original ?? '')
}

/**
 * Runs `work` in one READ COMMITTED transaction and repeats it whole, at most five times with full jitter,
 * when the database asks for that. `work` must do nothing but database work: it can run more than once.
 */
export async function inTransaction<T>(
  work: (tx: Tx) => Promise<T>,
  { timeout }: { /** For work that is many statements, milliseconds. */ timeout?: number } = {},
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db().$transaction(work, timeout === undefined ? undefined : { timeout })
    } catch (error) {
      if (attempt >= 5 || !isTransient(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, 10 + Math.random() * 80 * attempt))
    }
  }
}
