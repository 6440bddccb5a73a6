import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import { db } from '@/lib/db'

/** So many tries in so many seconds, counted in the database: for all instances together. */
export type Limit = { readonly name: string; readonly tries: number; readonly seconds: number }

export type Taken = { readonly allowed: true } | { readonly allowed: false; readonly retryAfterMs: number }

const limiters = new Map<string, RateLimiterPrisma>()

function limiterOf({ name, tries, seconds }: Limit): RateLimiterPrisma {
  const known = limiters.get(name)
  if (known) return known
  const made = new RateLimiterPrisma({ storeClient: db(), tableName: 'rateLimit', keyPrefix: name, points: tries, duration: seconds })
  limiters.set(name, made)
  return made
}

/** Takes one try. The key is stored: give a digest where it is somebody's e-mail address or number. */
export async function takeTry(limit: Limit, key: string): Promise<Taken> {
  try {
    await limiterOf(limit).consume(key)
    return { allowed: true }
  } catch (refusal) {
    // An exhausted limit rejects with its state; anything else is the database failing.
    if (refusal instanceof RateLimiterRes) return { allowed: false, retryAfterMs: refusal.msBeforeNext }
    throw refusal
  }
}

/** Gives all tries back. */
export async function forgetTries(limit: Limit, key: string): Promise<void> {
  await limiterOf(limit).delete(key)
}
