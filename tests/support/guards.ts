// A gateway of a test's own with a history, so that nobody else's payments are stopped or put off.
import { vi } from 'vitest'
import { databaseNow, db } from '@/lib/db'
import { newId } from '@/lib/ids'

/** The shop's budget as another instance has it: what it remembers is its own. */
export async function anInstance(): Promise<typeof import('@/lib/payments/budget')> {
  vi.resetModules()
  return import('@/lib/payments/budget')
}

export async function thoseLetThrough(asking: readonly (() => Promise<boolean>)[]): Promise<number> {
  const answers = await Promise.all(asking.map((ask) => ask()))
  return answers.filter(Boolean).length
}

/** What was done, and how long it took by the clock that refills. */
export async function during<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const before = await databaseNow()
  const result = await work()
  // To whole milliseconds: the one before and the one after.
  return { result, seconds: ((await databaseNow()).getTime() - before.getTime() + 1) / 1000 }
}

/** The bucket as it shall be; filled ahead of the clock, by a negative time, it is as after the clock was set back. */
export async function aBucket(bucket: string, { tokens, filledSecondsAgo = 0 }: { tokens: number; filledSecondsAgo?: number }): Promise<void> {
  await db().$executeRaw`
    INSERT INTO provider_budget (gateway, tokens, filled_at) VALUES (${bucket}, ${tokens}, clock_timestamp() - ${filledSecondsAgo}::float8 * interval '1 second')
    ON CONFLICT (gateway) DO UPDATE SET tokens = excluded.tokens, filled_at = excluded.filled_at`
}

/** A gateway nobody else has, with one payment that is over and that nobody looks at any more. */
export async function aGatewayWithAPayment(): Promise<{ gateway: string; paymentId: string }> {
  const [gateway, paymentId, longAgo] = [`guard-${newId()}`, newId(), new Date(0)]
  const order = await db().order.create({
    data: {
      id: newId(), checkoutKey: newId(), locale: 'is', name: 'Sunna Björk', email: 'sunna@example.is', delivery: 'collect',
      deliveryPrice: 0, total: 1240, vatTotal: 240, state: 'expired', stock: 'released', holdUntil: longAgo,
    },
  })
  await db().payment.create({
    data: {
      id: paymentId, orderId: order.id, gateway, state: 'failed', version: 1, amount: 1240, currency: 'ISK', reference: newId(),
      captureMode: 'manual', captureBy: 'shop', payerKind: 'phone', checkEveryMs: 2000, expiresAt: longAgo, nextCheckAt: longAgo, watchUntil: longAgo,
    },
  })
  return { gateway, paymentId }
}

type Exchanges = { outcome?: string; error?: string; sentSecondsAgo?: number; completed?: boolean }

/** As many calls about the payment, all with the same end. */
export async function exchanges(paymentId: string, count: number, { outcome, error, sentSecondsAgo = 0, completed = true }: Exchanges): Promise<void> {
  await db().$executeRaw`
    INSERT INTO exchange (payment_id, operation, request, sent_at, completed_at, outcome, error)
    SELECT ${paymentId}, 'InsertCart', '{}', sent, CASE WHEN ${completed} THEN sent END, ${outcome ?? null}::text, ${error ?? null}::text
    FROM generate_series(1, ${count}::int), (SELECT clock_timestamp() - ${sentSecondsAgo}::float8 * interval '1 second' AS sent)`
}
