import { sql } from '../db'
import { runDue } from './background'
import { findCart, listCarts, recentNumbers, type Listed } from './people'
import { configuredAppKey } from './providers'
import { readSwitches } from './switches'
import { liveCode, type LiveCode } from './tokens'
import { readTraits, type Traits } from './traits'

/** Whose phone it is when nobody is named and a code must be somebody's: the published test customer. */
export const testCustomer = '8223281'

export type Phone = {
  readonly numbers: readonly string[]
  readonly waiting: readonly Listed[]
  readonly earlier: readonly Listed[]
  /** The cart that was answered last, by its identifier. */
  readonly answered: Listed | null
  /** Null while it is everybody's phone. */
  readonly traits: Traits | null
  /** Null where none was asked for, or where there is no app to show it. */
  readonly code: LiveCode | null
}

/** All that the phone of one number, or of every number, shows by now. */
export async function readPhone(asked: {
  readonly number?: string
  readonly showCode: boolean
  readonly answered?: string
}): Promise<Phone> {
  await runDue()
  const { number, showCode } = asked
  const appKey = configuredAppKey()
  const [carts, recent, answered, traits, { codeMs }] = await Promise.all([
    listCarts({ customer: number, kinds: ['gsm', 'app_code'], limit: 30 }),
    recentNumbers(),
    asked.answered ? findCart(asked.answered) : null,
    number ? readTraits(sql, appKey, number) : null,
    readSwitches(sql, appKey),
  ])
  const waiting = carts.filter((cart) => cart.state === 'pending' && cart.push === 'shown')
  return {
    numbers: number && !recent.includes(number) ? [number, ...recent] : recent,
    waiting,
    earlier: carts.filter((cart) => !waiting.includes(cart)).slice(0, 12),
    answered,
    traits,
    code: showCode && number && !traits?.noApp ? await liveCode(number, codeMs) : null,
  }
}
