import { sql } from '../db'

/** Forgets everything of one app key: carts and what hangs on them, tokens, faults, switches, scenarios, what was said of customers, the clock, the record of calls. */
export async function reset(appKey: string): Promise<void> {
  for (const table of ['cart', 'token', 'sms', 'fault', 'switch', 'clock', 'call', 'scenario', 'customer']) {
    await sql(`delete from sandbox.netgiro_${table} where app_key = $1`, [appKey])
  }
}
