// Payments and the audit as the merchant reads them: each row once, in order, by key.
import { describe, expect, test } from 'vitest'
import { audit } from '@/lib/audit/audit'
import { listAudit } from '@/lib/audit/log-queries'
import { db } from '@/lib/db'
import { newId, newReference } from '@/lib/ids'
import { readKeyset } from '@/lib/keyset'
import { listPayments, type PaymentFilter } from '@/lib/payments/payment-queries'
import { readPayment, startOne } from '../support/shop'
import { aBrowser, aPerson } from '../support/staff'

// A gateway of the test's own, so that payments of others are not between these.
const gateway = `test-${newId()}`

async function aPayment(state: string, minutesAgo: number, unknown = false) {
  const at = new Date(Date.now() - minutesAgo * 60_000)
  const order = await db().order.create({
    data: {
      id: newId(),
      checkoutKey: newId(),
      locale: 'is',
      name: 'Sunna',
      email: 'sunna@example.is',
      delivery: 'collect',
      deliveryPrice: 0,
      total: 1240,
      vatTotal: 240,
      holdUntil: at,
      payments: {
        create: {
          id: newId(),
          gateway,
          state,
          amount: 1240,
          currency: 'ISK',
          reference: newReference(),
          transactionId: newId(),
          captureMode: 'manual',
          payerKind: 'phone',
          checkEveryMs: 2000,
          expiresAt: at,
          nextCheckAt: new Date('2099-01-01'),
          watchUntil: at,
          createdAt: at,
          unknownSince: unknown ? at : null,
        },
      },
    },
    include: { payments: true },
  })
  return order.payments[0]?.id
}

async function walk(filter: PaymentFilter): Promise<string[]> {
  const seen: string[] = []
  for (let after: string | null | undefined; after !== null;) {
    const page = await listPayments({ filter, gateway, position: readKeyset({ after }, /^[\w-]{22}$/) })
    seen.push(...page.rows.map(({ id }) => id))
    after = page.after
  }
  return seen
}

describe('payments', () => {
  test('under way are read from the longest waiting on, those over from the newest on, and each once', async () => {
    // Several at the same moment: their ids decide.
    const waiting = await Promise.all(Array.from({ length: 60 }, (_, i) => aPayment('pending', 1000 - Math.floor(i / 3))))
    const stuck = await aPayment('confirm_unknown', 5)
    const unclear = await aPayment('pending', 3, true)
    const over = await Promise.all([aPayment('declined', 10), aPayment('declined', 20)])
    const seen = await walk('waiting')
    expect(seen.toSorted()).toEqual([...waiting, stuck, unclear].toSorted())
    const times = await Promise.all(seen.map(async (id) => (await readPayment(id)).createdAt.getTime()))
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(await walk('stuck')).toEqual([stuck, unclear])
    expect(await walk('declined')).toEqual(over)
    expect(await walk('all')).toHaveLength(64)
    const first = await listPayments({ filter: 'waiting', gateway, position: null })
    const second = await listPayments({ filter: 'waiting', gateway, position: readKeyset({ after: first.after }, /./) })
    const back = await listPayments({ filter: 'waiting', gateway, position: readKeyset({ before: second.before }, /./) })
    expect(back.rows).toEqual(first.rows)
    expect(back.before).toBeNull()
  })
})

describe('the audit', () => {
  const actor = `user:${newId()}`

  test('is filtered by person, deed, order and day, and read by key, newest first', async () => {
    const { paymentId } = await startOne()
    const { order } = await readPayment(paymentId)
    await db().auditEntry.createMany({
      data: Array.from({ length: 120 }, (_, i) => ({
        actor,
        action: i % 2 ? 'payment.check' : 'payment.cancel',
        subject: i === 7 ? `payment:${paymentId}` : 'payment:x',
      })),
    })
    const all = await db().auditEntry.findMany({ where: { actor }, orderBy: [{ at: 'desc' }, { id: 'desc' }] })
    const seen: bigint[] = []
    for (let after: string | null | undefined; after !== null;) {
      const page = await listAudit({ actor }, readKeyset({ after }, /^\d+$/))
      seen.push(...page.rows.map(({ id }) => id))
      after = page.after
    }
    expect(seen).toEqual(all.map(({ id }) => id))
    const second = await listAudit({ actor }, readKeyset({ after: (await listAudit({ actor }, null)).after }, /^\d+$/))
    expect((await listAudit({ actor }, readKeyset({ before: second.before }, /^\d+$/))).rows.map(({ id }) => id)).toEqual(seen.slice(0, 50))
    expect(new Set((await listAudit({ actor, action: 'payment.check' }, null)).rows.map(({ action }) => action))).toEqual(
      new Set(['payment.check']),
    )
    expect((await listAudit({ actor, order: order.number }, null)).rows).toHaveLength(1)
    expect((await listAudit({ actor, order: 2_147_483_647 }, null)).rows).toEqual([])
    const at = all[0]?.at ?? new Date()
    expect((await listAudit({ actor, from: at }, null)).rows.length).toBeGreaterThan(0)
    expect((await listAudit({ actor, until: new Date(Math.min(...all.map((row) => row.at.getTime()))) }, null)).rows).toEqual([])
  })

  test('keeps no address and no number of a customer, whatever is typed as a reason', async () => {
    const who = `user:${newId()}`
    await audit(db(), {
      actor: who,
      action: 'payment.cancel',
      subject: 'payment:x',
      reason: 'Sunna, sunna@example.is, 822 3281, kt. 010130-2989, changed her mind',
    })
    expect((await db().auditEntry.findFirstOrThrow({ where: { actor: who } })).reason).toBe('Sunna, …, …, kt. …, changed her mind')
  })

  test('is downloaded whole and harmless by an owner, which is in the audit itself', async () => {
    const owner = await aPerson('owner')
    const browser = aBrowser()
    await browser.signIn(owner)
    const person = newId()
    await db().auditEntry.createMany({
      data: Array.from({ length: 1203 }, (_, i) => ({
        actor: `user:${person}`,
        action: 'payment.cancel',
        subject: `payment:${i}`,
        reason: '=HYPERLINK("https://evil.example")',
      })),
    })
    const answer = await browser.ask(`/admin/audit/export?person=${person}`)
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="audit-\d{4}-\d\d-\d\d\.csv"$/)
    const lines = (await answer.text()).trimEnd().split('\r\n')
    expect(lines).toHaveLength(1204)
    expect(new Set(lines.slice(1).map((line) => line.split(',')[0])).size).toBe(1203)
    expect(lines[1]).toContain(`"'=HYPERLINK(""https://evil.example"")"`)
    expect(await db().auditEntry.findFirst({ where: { actor: `user:${owner.id}`, action: 'audit.export' } })).toMatchObject({
      detail: { person },
    })
  })
})
