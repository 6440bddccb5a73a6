// How many calls a second the shop allows itself to make to one provider, over all its instances.
import { db } from '@/lib/db'
import { env } from '@/lib/env'

/** By gateway: until when it is not worth asking again, by performance.now(). Each instance's own guess; the row decides. */
const emptyUntil = new Map<string, number>()

/** Whether the budget was just found empty. With a thousand payments due at once, asking is what would cost most. */
export const budgetIsSpent = (gateway: string): boolean => performance.now() < (emptyUntil.get(gateway) ?? 0)

/** In this time the budget refills by some looks, milliseconds. */
const refillMs = (rate: number): number => 5_000 / rate

/**
 * Takes one look from the gateway's budget; false when this second's are spent. Only looks that can wait ask
 * here: a start, a capture, a cancel and the look a callback asks for are never put off.
 */
export async function takeLook(gateway: string): Promise<boolean> {
  if (budgetIsSpent(gateway)) return false
  const rate = env().providerCallsPerSecond
  const taken = await takeFrom({ bucket: gateway, perSecond: rate, holds: rate })
  if (!taken) emptyUntil.set(gateway, performance.now() + refillMs(rate))
  return taken
}

/**
 * One from a bucket that all instances share, full when it is first asked; its row is locked from the question to
 * the answer. Time counts whichever way the database's clock went: set back, it must not keep a bucket empty until
 * it is where it was.
 */
export async function takeFrom({ bucket, perSecond, holds }: { bucket: string; perSecond: number; holds: number }): Promise<boolean> {
  const taken = await db().$executeRaw`
    INSERT INTO provider_budget AS b (gateway, tokens, filled_at) VALUES (${bucket}, ${holds}::float8 - 1, clock_timestamp())
    ON CONFLICT (gateway) DO UPDATE SET
      tokens = least(${holds}::float8, b.tokens + ${perSecond}::float8 * abs(extract(epoch FROM clock_timestamp() - b.filled_at))) - 1,
      filled_at = clock_timestamp()
    WHERE b.tokens + ${perSecond}::float8 * abs(extract(epoch FROM clock_timestamp() - b.filled_at)) >= 1`
  return taken === 1
}
