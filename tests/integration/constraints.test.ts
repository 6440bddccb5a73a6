// The last line of defence: what the code must never write, the database refuses, by the name of the rule.
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scratchDatabase, type Scratch } from '../support/database'
import { anotherRefund, anotherStep, aWorld, reserveP1, constraintCases } from '../support/constraint-cases'

let scratch: Scratch
beforeAll(async () => {
  scratch = await scratchDatabase()
  await scratch.client.query(aWorld)
})
afterAll(() => scratch.drop())

/** The rule by which the database refuses the statement, or "accepted". Nothing is kept either way. */
async function refusedBy(statement: string): Promise<string> {
  const { client } = scratch
  await client.query('BEGIN')
  try {
    await client.query(statement)
    return 'accepted'
  } catch (error) {
    const { constraint, message, where } = error as { constraint?: string; message: string; where?: string }
    // A trigger names its function in the context: "PL/pgSQL function append_only() line 3 at RAISE".
    return constraint ?? /function (\w+)\(\)/.exec(where ?? '')?.[1] ?? message
  } finally {
    await client.query('ROLLBACK')
  }
}

describe('the database refuses', () => {
  it.each(constraintCases)('$rule: $statement', async ({ rule, statement }) => {
    expect(await refusedBy(statement)).toBe(rule)
  })

  it('nothing of an ordinary life', async () => {
    for (const statement of [
      "UPDATE payment SET state = 'confirmed', version = 2 WHERE id = 'p1'",
      "UPDATE payment SET transaction_id = 't2' WHERE id = 'p2'",
      "UPDATE exchange SET completed_at = now(), outcome = 'done' WHERE operation = 'open'",
      "INSERT INTO payment_event (payment_id, version, \"to\", cause, actor) VALUES ('p1', 2, 'confirmed', 'poll', 'system')",
      "UPDATE attention SET cleared_at = now(), cleared_by = 'someone', cleared_why = 'seen'",
      'UPDATE variant SET held = 3 WHERE id = 1',
      "UPDATE refund SET state = 'succeeded', tries = 2 WHERE id = 'f1'",
      "UPDATE orders SET state = 'part_refunded' WHERE id = 'o4'",
      anotherRefund({ amount: 40 }),
      anotherStep({ link: 'https://example.is/1' }),
      `${reserveP1}; ${anotherStep({ order: 'o1', step: 'packed' })}`,
      "INSERT INTO order_note (order_id, text, actor, form_key) VALUES ('o2', repeat('ð', 1000), 'a', 'n2')",
    ]) {
      expect(await refusedBy(statement), statement).toBe('accepted')
    }
  })

  it('by rules that are all tested: every CHECK, partial index and trigger of the migrations', () => {
    const sql = readdirSync('prisma/migrations', { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => readFileSync(`prisma/migrations/${name}/migration.sql`, 'utf8'))
      .join('\n')
    const checks = [...sql.matchAll(/ADD CONSTRAINT "?(\w+)"?\s+CHECK/g)]
    const indexes = [...sql.matchAll(/CREATE UNIQUE INDEX "?(\w+)"? ON [^;]* WHERE/g)]
    const triggers = [...sql.matchAll(/CREATE TRIGGER \w+ [^;]*EXECUTE FUNCTION (\w+)/g)]
    // A trigger that keeps notes refuses nothing.
    const refusing = [...sql.matchAll(/CREATE FUNCTION (\w+)\(\) RETURNS trigger[^$]*\$\$([^$]*)\$\$/g)].flatMap(([, name, body]) =>
      body?.includes('RAISE EXCEPTION') ? [name] : [],
    )
    const rules = [...checks, ...indexes, ...triggers.filter(([, name]) => refusing.includes(name))].map(([, name]) => name)
    expect(rules.length).toBeGreaterThan(20)
    expect([...new Set(rules)].sort()).toEqual([...new Set(constraintCases.map(({ rule }) => rule))].sort())
  })
})
