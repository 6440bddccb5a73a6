// The shop's data written to a file and read back, on databases of the test's own: every table, row for row.
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { schema as sandboxSchema } from '@/lib/sandbox/schema'
import { backUp } from '@/scripts/lib/keeping/backup.mjs'
import { beforeOf, restore } from '@/scripts/lib/keeping/restore.mjs'
import { migrationsOf, sequencesOf, tablesOf } from '@/scripts/lib/keeping/tables.mjs'
import { applyMigrations, migrationNames } from '@/scripts/lib/schema-engine.mjs'
import { aWorld } from '../support/constraint-cases'
import { scratchDatabase, type Scratch } from '../support/database'

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 })

const strange = 'a\ttab, a\nline, a\rreturn, a \\ and \\. and \\N, a\u2028separator, ð 🧶, "quotes" \'and\' more'
let folder: string
let file: string
let shop: Scratch
const scratches: Scratch[] = []

async function scratch(options: { empty?: boolean } = {}): Promise<Scratch> {
  const made = await scratchDatabase(options)
  scratches.push(made)
  return made
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'keeping-'))
  file = path.join(folder, 'shop.sql.gz')
  shop = await scratchDatabase()
  await shop.client.query(sandboxSchema)
  await shop.client.query(aWorld)
  await shop.client.query("INSERT INTO order_note (order_id, text, actor, form_key) VALUES ('o1', $1, 'a', 's1'), ('o1', $2, 'a', 's2')", [
    strange,
    '\\.',
  ])
  await shop.client.query("INSERT INTO sandbox.netgiro_token (customer, token, expires_at) VALUES ('7700001', 'abcd', now())")
  await shop.client.query(
    "INSERT INTO callback (payment_id, gateway, kind, signature, verdict, body) VALUES ('p1', 'netgiro', 'callback', 'valid', 'accepted', '{}')",
  )
  await shop.client.query(
    "INSERT INTO callback (payment_id, gateway, kind, signature, verdict, body, replay_of) SELECT 'p1', 'netgiro', 'callback', 'valid', 'accepted', '{}', id FROM callback",
  )
  // More than one piece, and more than the pipes hold.
  await shop.client.query("INSERT INTO cart (id) SELECT 'cart of many ' || n FROM generate_series(1, 8000) n")
  await backUp(shop.url, file)
})
afterEach(async () => {
  for (const { drop } of scratches.splice(0)) await drop()
})
afterAll(async () => {
  await shop.drop()
  rmSync(folder, { recursive: true })
})

/** Every row of every table, and every counter. */
async function contentOf(client: pg.Client): Promise<unknown> {
  const tables: Record<string, unknown> = {}
  for (const { name } of await tablesOf(client)) {
    const { rows } = await client.query(
      `SELECT count(*)::int AS n, md5(coalesce(string_agg(t::text, '|' ORDER BY t::text COLLATE "C"), '')) AS print FROM ${name} t`,
    )
    tables[name] = rows[0]
  }
  return {
    tables,
    sequences: (await sequencesOf(client)).filter(({ name }) => name !== 'public.page_change_id_seq'),
    migrations: await migrationsOf(client),
  }
}

const isEmpty = async ({ client }: Scratch) =>
  (await client.query("SELECT 1 FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'")).rowCount === 0

describe('a backup', () => {
  test('put into an empty database makes the same shop, row for row', async () => {
    const other = await scratch({ empty: true })
    await restore(other.url, file, { sandboxSchema })
    const content = await contentOf(other.client)
    expect(content).toEqual(await contentOf(shop.client))
    expect(content).toMatchObject({
      tables: { 'public.cart': { n: 8_001 }, 'public.callback': { n: 2 }, 'sandbox.netgiro_token': { n: 1 } },
    })
    const { rows } = await other.client.query("SELECT text FROM order_note WHERE form_key IN ('s1', 's2') ORDER BY form_key")
    expect(rows).toEqual([{ text: strange }, { text: '\\.' }])
  })

  test('put back refuses what the shop refuses, and tells that every kept page is of another past', async () => {
    const { url, client } = await scratch({ empty: true })
    await restore(url, file, { sandboxSchema })
    await expect(client.query("UPDATE order_note SET text = 'x'")).rejects.toThrow('append-only')
    await expect(client.query("UPDATE payment SET amount = 1 WHERE id = 'p1'")).rejects.toThrow('never change')
    await expect(client.query("INSERT INTO attention (payment_id, kind, detail) VALUES ('p1', 'surplus', 'again')")).rejects.toThrow(
      'attention_open_once',
    )
    const { rows } = await client.query('SELECT tag FROM page_change')
    expect(rows).toEqual([{ tag: 'everything' }])
    const { rows: next } = await client.query(
      "INSERT INTO orders (id, checkout_key, locale, name, email, delivery, delivery_price, total, vat_total, hold_until) VALUES ('o9', 'k9', 'is', 'n', 'e', 'collect', 0, 1240, 240, now()) RETURNING number > (SELECT max(number) FROM orders) AS new",
    )
    expect(next).toEqual([{ new: true }])
  })

  test('is of one moment: what is not committed when it begins is not in it', async () => {
    const other = await scratch()
    const writer = new pg.Client({ connectionString: other.url })
    await writer.connect()
    await writer.query("BEGIN; INSERT INTO cart (id) VALUES ('too late')")
    const late = path.join(folder, 'late.sql.gz')
    await backUp(other.url, late)
    await writer.query('COMMIT')
    await writer.end()
    expect(gunzipSync(readFileSync(late)).toString()).not.toContain('too late')
  })

  test('of an older shop is brought to today', async () => {
    const older = await scratch({ empty: true })
    const then = migrationNames().filter((name) => name < '20261121040000')
    await applyMigrations(older.url, then)
    await older.client.query(
      "INSERT INTO category (slug, name_is, name_en, description_is, description_en, position) VALUES ('gamalt', 'a', 'b', '', '', 1)",
    )
    const old = path.join(folder, 'old.sql.gz')
    await backUp(older.url, old)
    const today = await scratch({ empty: true })
    await restore(today.url, old, { sandboxSchema })
    expect(await migrationsOf(today.client)).toEqual(migrationNames())
    expect((await today.client.query('SELECT slug FROM category')).rows).toEqual([{ slug: 'gamalt' }])
  })

  test('of no shop is not made', async () => {
    const none = await scratch({ empty: true })
    await expect(backUp(none.url, path.join(folder, 'none.sql.gz'))).rejects.toThrow('There is no shop')
    expect(() => statSync(path.join(folder, 'none.sql.gz'))).toThrow('ENOENT')
  })
})

describe('a restore over a shop', () => {
  test('is refused, and changes nothing, until it is told to go on', async () => {
    const other = await scratch()
    await other.client.query("INSERT INTO cart (id) VALUES ('mine')")
    await expect(restore(other.url, file, { sandboxSchema })).rejects.toThrow('holds a shop already')
    expect((await other.client.query('SELECT id FROM cart')).rows).toEqual([{ id: 'mine' }])
  })

  test('is refused while somebody works in it', async () => {
    const other = await scratch()
    await expect(restore(other.url, file, { force: true, sandboxSchema })).rejects.toThrow('Somebody works in the database')
  })

  test('takes its place, and keeps what was there under another name', async () => {
    const other = await scratchDatabase()
    await other.client.query("INSERT INTO cart (id) VALUES ('mine')")
    await other.client.end()
    const name = new URL(other.url).pathname.slice(1)
    expect(await restore(other.url, file, { force: true, sandboxSchema })).toMatchObject({ before: beforeOf(name) })
    // And again, over the copy of before as well.
    expect(await restore(other.url, file, { force: true, sandboxSchema })).toMatchObject({ before: beforeOf(name) })
    const client = new pg.Client({ connectionString: other.url })
    await client.connect()
    expect(await contentOf(client)).toEqual(await contentOf(shop.client))
    await client.end()
    await shop.client.query(`DROP DATABASE ${beforeOf(name)} WITH (FORCE)`)
    await shop.client.query(`DROP DATABASE ${name} WITH (FORCE)`)
  })
})

describe('a file that is no whole backup', () => {
  const text = () => gunzipSync(readFileSync(file)).toString()
  const written = (bytes: Uint8Array): string => {
    const bad = path.join(folder, 'bad.sql.gz')
    writeFileSync(bad, bytes)
    return bad
  }

  // One for all: each leaves it as it was.
  let other: Scratch
  beforeAll(async () => {
    other = await scratchDatabase({ empty: true })
  })
  afterAll(() => other.drop())

  test.each([
    ['is cut short', () => readFileSync(file).subarray(0, Math.floor(statSync(file).size / 2))],
    ['lacks its end', () => gzipSync(text().replace(/\n-- .*\n$/, '\n'))],
    ['lacks a row', () => gzipSync(text().replace(/^cart of many 7\t.*\n/m, ''))],
    ['ends inside a table', () => gzipSync(text().slice(0, text().indexOf('cart of many 9')))],
    [
      'says something else to the database',
      () => gzipSync(text().replace('SELECT pg_catalog.setval', 'DROP TABLE orders;\nSELECT pg_catalog.setval')),
    ],
    ['is something else', () => Buffer.from('a letter')],
    ['is something else, zipped', () => gzipSync('a letter')],
  ])('because it %s changes nothing', async (_, bytes) => {
    const bad = written(bytes())
    await expect(restore(other.url, bad, { sandboxSchema })).rejects.toThrow('is not a whole backup')
    expect(await isEmpty(other)).toBe(true)
  })

  test('because a newer shop made it is refused', async () => {
    const newer = written(gzipSync(text().replace('"migrations":[', '"migrations":["29990101000000_later",')))
    await expect(restore(other.url, newer, { sandboxSchema })).rejects.toThrow('by a newer shop')
    expect(await isEmpty(other)).toBe(true)
  })

  test('because a row breaks a rule is refused whole', async () => {
    const bad = written(gzipSync(text().replace(/^(\d+\t)o1(\t1\ts\tp\t)/m, '$1nobody$2')))
    await expect(restore(other.url, bad, { sandboxSchema })).rejects.toThrow('order_line_order_id_fkey')
    expect(await isEmpty(other)).toBe(true)
  })

  test('because it is not there is told so', async () => {
    await expect(restore(other.url, path.join(folder, 'nothing'), { sandboxSchema })).rejects.toThrow('There is no file')
  })
})

describe('the commands', () => {
  const command = (name: 'backup' | 'restore', args: readonly string[], url: string) =>
    new Promise<{ ok: boolean; output: string }>((resolve) => {
      const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: url, INIT_CWD: folder }
      execFile(process.execPath, [`scripts/${name}.mjs`, ...args], { env }, (error, out, err) =>
        resolve({ ok: error === null, output: out + err }),
      )
    })

  test('write a file only its owner reads, never over another, and bring it back', async () => {
    const mine = path.join(folder, 'mine.sql.gz')
    const first = await command('backup', ['mine.sql.gz'], shop.url)
    expect(first.output).toContain('rows are in')
    expect(statSync(mine).mode & 0o777).toBe(0o600)
    const made = statSync(mine).mtimeMs
    const second = await command('backup', ['mine.sql.gz'], shop.url)
    expect([second.ok, second.output]).toEqual([false, expect.stringContaining('is there already')])
    expect(statSync(mine).mtimeMs).toBe(made)
    const other = await scratch({ empty: true })
    const back = await command('restore', ['mine.sql.gz'], other.url)
    expect(back.output).toContain('are back')
    expect(await contentOf(other.client)).toEqual(await contentOf(shop.client))
    const again = await command('restore', ['mine.sql.gz'], other.url)
    expect([again.ok, again.output]).toEqual([false, expect.stringContaining('--force')])
  })

  test('ask for one file', async () => {
    for (const name of ['backup', 'restore'] as const)
      expect(await command(name, [], shop.url)).toMatchObject({ ok: false, output: expect.stringContaining('Name one file') })
  })
})
