import { sql, type Sql } from '../db'
import { noCredit } from './customers'

// What one customer is like for one app key: set on the phone or by the control address.

export type Traits = { readonly noApp: boolean; readonly noCredit: boolean }

const none: Traits = { noApp: false, noCredit: false }

export async function readTraits(on: Sql, appKey: string, customer: string): Promise<Traits> {
  const [row] = await on<Traits>('select no_app, no_credit from sandbox.netgiro_customer where app_key = $1 and customer = $2', [
    appKey,
    customer,
  ])
  return row ?? none
}

export const hasNoCredit = async (on: Sql, appKey: string, customer: string): Promise<boolean> =>
  noCredit.has(customer) || (await readTraits(on, appKey, customer)).noCredit

export const listTraits = (appKey: string): Promise<(Traits & { readonly customer: string })[]> =>
  sql('select customer, no_app, no_credit from sandbox.netgiro_customer where app_key = $1 and (no_app or no_credit) order by customer', [
    appKey,
  ])

/** What is not named stays. With the app come the requests that waited for it. */
export async function setTraits(appKey: string, customer: string, change: Partial<Traits>): Promise<Traits> {
  await sql(
    `insert into sandbox.netgiro_customer as c (app_key, customer, no_app, no_credit) values ($1, $2, coalesce($3, false), coalesce($4, false))
     on conflict (app_key, customer) do update set no_app = coalesce($3, c.no_app), no_credit = coalesce($4, c.no_credit)`,
    [appKey, customer, change.noApp ?? null, change.noCredit ?? null],
  )
  if (change.noApp === false)
    await sql(`update sandbox.netgiro_cart set push = 'shown' where app_key = $1 and customer = $2 and push = 'no_app'`, [appKey, customer])
  return readTraits(sql, appKey, customer)
}
