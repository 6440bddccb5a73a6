// How many calls a second the shop allows itself to make to one provider, over all its instances.
import { db } from '@/lib/db'
import { env } from '@/lib/env'

/**
 * Takes one look from the gateway's budget; false when this second's are spent. Only looks that can wait ask
 * here: a start, a capture, a cancel and the look a callback asks for are never put off.
 */
export async function takeLook(gateway: string): Promise<boolean> {
  const rate = env().providerCallsPerSecond
  const taken = await db().$executeRaw`
    INSERT INTO provider_budget AS b (gateway, tokens, filled_at) VALUES (${gateway}, ${rate}::float8 - 1, clock_timestamp())
    ON CONFLICT (gateway) DO UPDATE SET
      tokens = least(${rate}::float8, b.tokens + ${rate}::float8 * greatest(0, extract(epoch FROM clock_timestamp() - b.filled_at))) - 1,
      filled_at = clock_timestamp()
    WHERE b.tokens + ${rate}::float8 * greatest(0, extract(epoch FROM clock_timestamp() - b.filled_at)) >= 1`
  return taken === 1
}
