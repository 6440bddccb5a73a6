import { randomInt } from 'node:crypto'
import { transaction, type Sql } from '../db'

// Four characters that live five minutes and serve once: the end of a barcode, or a code by SMS.

export const newCode = (): string => String(randomInt(10_000)).padStart(4, '0')

/** Made for a provider through RequestConfirmation; on the phone for whichever provider scans it. */
export async function makeToken(sql: Sql, appKey: string | null, customer: string, expiresAt: Date): Promise<string> {
  const [free] = await sql<{ token: string }>(
    `select token from (select lpad(n::text, 4, '0') as token from generate_series(0, 9999) as n) as every
     where not exists (select 1 from sandbox.netgiro_token t where t.token = every.token and t.used_at is null and t.expires_at > clock_timestamp())
     order by random() limit 1`,
  )
  if (!free) throw new Error('ten thousand codes are alive: none is free')
  const { token } = free
  await sql('insert into sandbox.netgiro_token (app_key, customer, token, expires_at) values ($1, $2, $3, $4)', [
    appKey,
    customer,
    token,
    expiresAt,
  ])
  return token
}

/** Whose token it is; used up by the asking. `customer` narrows it to one person's. */
export async function takeToken(tx: Sql, appKey: string, token: string, now: Date, customer?: string): Promise<string | null> {
  const [taken] = await tx<{ customer: string }>(
    `update sandbox.netgiro_token set used_at = $3 where id = (
       select id from sandbox.netgiro_token
       where token = $1 and used_at is null and (app_key = $2 or app_key is null) and ($4::text is null or customer = $4)
         and expires_at > case when app_key is null then clock_timestamp() else $3 end
       order by id desc limit 1 for update skip locked
     ) returning customer`,
    [token, appKey, now, customer ?? null],
  )
  return taken?.customer ?? null
}

export type LiveCode = { readonly token: string; readonly leftMs: number; readonly ofMs: number }

/** The code the app shows: the one that still lives, else a new one. In real time, for it is of no one provider. */
export const liveCode = (customer: string, lifeMs: number): Promise<LiveCode> =>
  transaction(async (tx) => {
    await tx('select pg_advisory_xact_lock(hashtext($1))', [`netgiro.code ${customer}`])
    const [live] = await tx<{ token: string; left: number }>(
      `select token, (extract(epoch from expires_at - clock_timestamp()) * 1000)::float8 as left from sandbox.netgiro_token
       where app_key is null and customer = $1 and used_at is null and expires_at > clock_timestamp() order by id desc limit 1`,
      [customer],
    )
    if (live) return { token: live.token, leftMs: live.left, ofMs: lifeMs }
    return { token: await makeToken(tx, null, customer, new Date(Date.now() + lifeMs)), leftMs: lifeMs, ofMs: lifeMs }
  })
