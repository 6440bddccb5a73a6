// A database of its own with so many orders, each with a line and a payment, in the mixture a shop has after some years.
import pg from 'pg'
import { applyMigrations } from '../../scripts/lib/schema-engine.mjs'

const at = (url, database) => Object.assign(new URL(url), { pathname: `/${database}` }).href

async function on(url, work) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export const drop = (url, name) => on(url, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))

const first = "(ARRAY['Sunna','Birta','Hrafn','Katla','Ari','Embla','Dagur','Freyja','Jökull','Lóa'])"
const last = "(ARRAY['Jónsdóttir','Þórsson','Arnardóttir','Pálsson','Helgadóttir','Ólafsson','Einarsdóttir','Magnússon'])"

/** One in a hundred waits, one in fifty was given back, one in ten expired; the others are paid, and of those the last thousand are to be packed. */
const state = "CASE WHEN i % 100 = 0 THEN 'open' WHEN i % 50 = 1 THEN 'refunded' WHEN i % 10 = 2 THEN 'expired' ELSE 'paid' END"
const orders = `
  INSERT INTO orders (id, checkout_key, locale, name, email, delivery, delivery_price, total, vat_total, hold_until, state, stock, created_at, paid_at)
  SELECT 'order-' || lpad(i::text, 16, '0'), 'key-' || lpad(i::text, 18, '0'), 'is',
    ${first}[1 + i % 10] || ' ' || ${last}[1 + i % 8], 'shopper' || (i % 400000) || '@example.is', 'collect', 0, total, round(total * 24 / 124.0),
    began + interval '20 minutes', state,
    CASE state WHEN 'open' THEN 'held' WHEN 'expired' THEN 'released' ELSE 'sold' END, began, CASE WHEN state IN ('paid', 'refunded') THEN began END
  FROM (SELECT i, 3000 + (i * 977) % 60000 AS total, now() - (${'$1'}::int - i) * interval '90 seconds' AS began, ${state} AS state
    FROM generate_series(1, ${'$1'}::int) AS i) AS made`
const lines = `
  INSERT INTO order_line (order_id, sku, name, size, quantity, unit_price, line_total, vat_rate, vat_amount)
  SELECT id, 'SKU-M', 'Peysan Hekla', 'M', 1, total, total, 24, vat_total FROM orders`
const payments = `
  INSERT INTO payment (id, order_id, gateway, state, version, amount, currency, reference, transaction_id, capture_mode, payer_kind, payer_hint, check_every_ms,
    expires_at, next_check_at, watch_until, created_at)
  SELECT 'pay-' || lpad(n::text, 18, '0'), id, 'netgiro', CASE state WHEN 'open' THEN 'pending' WHEN 'expired' THEN 'expired' ELSE 'confirmed' END, 1, total, 'ISK',
    'reference-' || lpad(n::text, 12, '0'), 'transaction-' || lpad(n::text, 18, '0'), 'manual', 'phone', lpad((1 + n % 99)::text, 2, '0'), 3000, created_at + interval '15 minutes', '2099-01-01', created_at, created_at
  FROM (SELECT *, row_number() OVER (ORDER BY created_at) AS n FROM orders) AS o`

/** Resolves to the new database's address. Triggers, and the indexes as they are, see every row. */
export async function fillOrders(url, name, count) {
  await drop(url, name)
  await on(url, (client) => client.query(`CREATE DATABASE ${name}`))
  await applyMigrations(at(url, name))
  await on(at(url, name), async (client) => {
    await client.query('SET synchronous_commit = off')
    await client.query(orders, [count])
    await client.query(lines)
    await client.query(payments)
    await client.query('VACUUM ANALYZE')
  })
  return at(url, name)
}
