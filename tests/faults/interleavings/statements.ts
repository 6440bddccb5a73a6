// The SQL of the payments core, statement by statement, with what each does to the rows in memory. A statement is known
// by its whole text: one that was changed is not known, and must be written anew here too.
import { present } from './time'
import { rows, tables, write, type Row, type TableName } from './tables'

type Values = readonly unknown[]
type Statement = (...values: never[]) => number | Row[]

const ms = (date: unknown): number => (date as Date).getTime()
const ahead = (by: unknown): Date => new Date(present().getTime() + Number(by))

/** Changes every row that fits and answers how many there were. */
function change(table: TableName, fits: (row: Row) => boolean, to: (row: Row) => Row): number {
  let changed = 0
  for (const [key, row] of tables[table]) {
    if (!fits(row)) continue
    write(table, key, { ...row, ...to(row) })
    changed++
  }
  return changed
}

const past = (date: unknown) => ms(date) < present().getTime()
const due = (p: Row) => ms(p.nextCheckAt) <= present().getTime() && past(p.claimUntil)
const claimed = (token: unknown, lease: unknown) => (p: Row): Row => ({ claimToken: token, claimUntil: ahead(lease), checkCount: Number(p.checkCount) + 1, lastCheckAt: present() })
const over = new Set(['declined', 'cancelled', 'expired', 'failed', 'late_unhonoured'])
const underWay = new Set(['created', 'sent', 'unknown', 'pending', 'needs_code', 'reserved', 'confirming', 'confirm_unknown', 'cancelling'])
const watched = (p: Row) => over.has(String(p.state)) && p.transactionId !== null && !past(p.watchUntil)

const claimSet = `UPDATE payment SET claim_token = ?, claim_until = clock_timestamp() + ? * interval '1 millisecond', check_count = check_count + 1, last_check_at = clock_timestamp()`

const list: Record<string, Statement> = {
  'SELECT clock_timestamp() AS now': () => [{ now: present() }],
  'SELECT clock_timestamp() AS now FROM orders WHERE id = ? FOR UPDATE': (id: string) => (rows('order').some((o) => o.id === id) ? [{ now: present() }] : []),
  'SELECT 1 FROM payment WHERE id = ? FOR UPDATE': () => [],
  'SELECT id FROM cart WHERE id = ? FOR UPDATE': () => [],

  // claims.ts
  [`${claimSet} WHERE id = ? AND claim_until < clock_timestamp() AND next_check_at <= clock_timestamp()`]: (token: string, lease: number, id: string) =>
    change('payment', (p) => p.id === id && due(p), claimed(token, lease)),
  [`${claimSet} WHERE id = ? AND claim_until < clock_timestamp() AND (last_check_at IS NULL OR last_check_at < ?)`]: (token: string, lease: number, id: string, since: Date) =>
    change('payment', (p) => p.id === id && past(p.claimUntil) && (!p.lastCheckAt || ms(p.lastCheckAt) < ms(since)), claimed(token, lease)),
  'SELECT claim_until < clock_timestamp() AND last_check_at >= ? AS fresh FROM payment WHERE id = ?': (since: Date, id: string) =>
    rows('payment').filter((p) => p.id === id).map((p) => ({ fresh: past(p.claimUntil) && p.lastCheckAt !== null && ms(p.lastCheckAt) >= ms(since) })),
  [`${claimSet} WHERE id = ANY (ARRAY( SELECT id FROM payment WHERE next_check_at <= clock_timestamp() AND claim_until < clock_timestamp() AND (state IN ('created', 'sent', 'unknown', 'pending', 'needs_code', 'reserved', 'confirming', 'confirm_unknown', 'cancelling') OR (state IN ('declined', 'cancelled', 'expired', 'failed', 'late_unhonoured') AND transaction_id IS NOT NULL AND watch_until > clock_timestamp())) ORDER BY next_check_at LIMIT ? FOR UPDATE SKIP LOCKED)) RETURNING id`]:
    (token: string, lease: number, limit: number) => {
      const found = rows('payment').filter((p) => due(p) && (underWay.has(String(p.state)) || watched(p))).sort((a, b) => ms(a.nextCheckAt) - ms(b.nextCheckAt)).slice(0, limit).map((p) => p.id)
      change('payment', (p) => found.includes(p.id), claimed(token, lease))
      return found.map((id) => ({ id }))
    },
  "UPDATE payment SET claim_token = NULL, claim_until = 'epoch', next_check_at = coalesce(?::timestamptz, next_check_at) WHERE id = ? AND claim_token = ?": (next: Date | null, id: string, token: string) =>
    change('payment', (p) => p.id === id && p.claimToken === token, (p) => ({ claimToken: null, claimUntil: new Date(0), nextCheckAt: next ?? p.nextCheckAt })),
  'UPDATE payment SET next_check_at = clock_timestamp() WHERE id = ? AND next_check_at > clock_timestamp()': (id: string) =>
    change('payment', (p) => p.id === id && ms(p.nextCheckAt) > present().getTime(), () => ({ nextCheckAt: present() })),
  "UPDATE payment SET code_tries = code_tries + 1 WHERE id = ? AND state = 'needs_code' AND code_tries < ? AND claim_token = ? AND claim_until > clock_timestamp() + ? * interval '1 millisecond'": (id: string, most: number, token: string, left: number) =>
    change('payment', (p) => p.id === id && p.state === 'needs_code' && Number(p.codeTries) < most && p.claimToken === token && ms(p.claimUntil) > ms(ahead(left)), (p) => ({ codeTries: Number(p.codeTries) + 1 })),
  'SELECT state, version, gateway, check_every_ms AS "checkEveryMs", created_at AS "createdAt", clock_timestamp() AS now, next_check_at <= clock_timestamp() AND claim_until < clock_timestamp() AS due FROM payment WHERE id = ?': (id: string) =>
    rows('payment').filter((p) => p.id === id).map((p) => ({ state: p.state, version: p.version, gateway: p.gateway, checkEveryMs: p.checkEveryMs, createdAt: p.createdAt, now: present(), due: due(p) })),

  // budget.ts and breaker.ts: whether somebody may look or start at all has tests of its own.
  "INSERT INTO provider_budget AS b (gateway, tokens, filled_at) VALUES (?, ?::float8 - 1, clock_timestamp()) ON CONFLICT (gateway) DO UPDATE SET tokens = least(?::float8, b.tokens + ?::float8 * abs(extract(epoch FROM clock_timestamp() - b.filled_at))) - 1, filled_at = clock_timestamp() WHERE b.tokens + ?::float8 * abs(extract(epoch FROM clock_timestamp() - b.filled_at)) >= 1": () => 1,
  "SELECT count(*)::int AS calls, count(*) FILTER (WHERE e.outcome = 'unknown' AND e.error IN ('not_sent', 'timeout', 'network', 'http_status', 'not_parsable'))::int AS failed FROM exchange e JOIN payment p ON p.id = e.payment_id WHERE p.gateway = ? AND e.completed_at IS NOT NULL AND e.sent_at > statement_timestamp() - ? * interval '1 second' AND e.sent_at < statement_timestamp() + interval '1 second'": () => [{ calls: 0, failed: 0 }],

  // Orders and goods.
  'UPDATE variant SET held = held + ? WHERE id = ? AND on_hand - held >= ?': (quantity: number, id: number) =>
    change('variant', (v) => v.id === id && Number(v.onHand) - Number(v.held) >= quantity, (v) => ({ held: Number(v.held) + quantity })),
  'UPDATE variant SET held = held - ? WHERE id = ? AND held >= ?': (quantity: number, id: number) =>
    change('variant', (v) => v.id === id && Number(v.held) >= quantity, (v) => ({ held: Number(v.held) - quantity })),
  'UPDATE variant SET held = held - ?, on_hand = on_hand - ? WHERE id = ? AND held >= ?': (quantity: number, _: number, id: number) =>
    change('variant', (v) => v.id === id && Number(v.held) >= quantity, (v) => ({ held: Number(v.held) - quantity, onHand: Number(v.onHand) - quantity })),
  'SELECT v.on_hand - v.held < l.quantity AS short FROM order_line l JOIN variant v ON v.id = l.variant_id WHERE l.order_id = ? ORDER BY v.id FOR UPDATE OF v': (orderId: string) =>
    rows('orderLine').filter((l) => l.orderId === orderId).flatMap((l) => rows('variant').filter((v) => v.id === l.variantId).map((v) => ({ short: Number(v.onHand) - Number(v.held) < Number(l.quantity) }))),
  "SELECT o.id FROM orders o WHERE o.state = 'open' AND o.hold_until < clock_timestamp() AND NOT EXISTS (SELECT 1 FROM payment p WHERE p.order_id = o.id AND p.state NOT IN ('declined', 'cancelled', 'expired', 'failed', 'late_unhonoured')) ORDER BY o.hold_until LIMIT 100": () =>
    rows('order').filter((o) => o.state === 'open' && past(o.holdUntil) && !rows('payment').some((p) => p.orderId === o.id && !over.has(String(p.state)))).map(({ id }) => ({ id })),

  // What a person must see, and what is done later.
  'INSERT INTO attention (payment_id, kind, detail) VALUES (?, ?, ?) ON CONFLICT (payment_id, kind) WHERE cleared_at IS NULL DO NOTHING': (paymentId: string, kind: string, detail: string) => {
    if (rows('attention').some((a) => a.paymentId === paymentId && a.kind === kind)) return 0
    write('attention', null, { paymentId, kind, detail })
    return 1
  },
  "UPDATE refund SET claim_token = ?, claim_until = clock_timestamp() + ? * interval '1 millisecond' WHERE id = ANY (ARRAY( SELECT id FROM refund WHERE state IN ('requested', 'sent', 'unknown') AND next_try_at <= clock_timestamp() AND claim_until < clock_timestamp() ORDER BY next_try_at LIMIT ? FOR UPDATE SKIP LOCKED)) RETURNING id": () => [],
  'SELECT id, cause_key, kind, payload FROM outbox WHERE done_at IS NULL AND due_at <= clock_timestamp() AND attempts < 20 ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED': () =>
    rows('outbox').filter((o) => !o.doneAt).slice(0, 1).map((o) => ({ id: o.id, cause_key: o.causeKey, kind: o.kind, payload: o.payload })),
  'UPDATE outbox SET done_at = clock_timestamp(), attempts = attempts + 1 WHERE id = ?': (id: number) => change('outbox', (o) => o.id === id, () => ({ doneAt: present() })),
}

const known = new Map(Object.entries(list))
/** By the template's own strings, so that a text is put together once. */
const byTemplate = new WeakMap<object, { readonly text: string; readonly run: Statement }>()

export type Sql = { readonly strings: readonly string[]; readonly values: Values }

/** The statement's first words, for the story, and what it does. */
export function statement({ strings, values }: Sql): { readonly label: string; readonly run: () => number | Row[] } {
  let found = byTemplate.get(strings)
  if (!found) {
    const text = strings.join('?').replace(/\s+/g, ' ').trim()
    const run = known.get(text)
    if (!run) throw new Error(`the rows in memory do not know this statement, or not in these words: ${text}`)
    found = { text, run }
    byTemplate.set(strings, found)
  }
  const { text, run } = found
  return { label: text.slice(0, 70), run: () => run(...(values as never[])) }
}

