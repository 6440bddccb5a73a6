import { ESLint } from 'eslint'
import { describe, expect, it, vi } from 'vitest'

// The walls between the rooms are worth what a lint of a bad line says. Each case: where, what, which wall.
const eslint = new ESLint()
// The first lint reads every plugin there is.
vi.setConfig({ testTimeout: 60_000 })

async function refusals(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath })
  return (result?.messages ?? []).map((message) => message.ruleId ?? message.message).filter((rule) => rule.startsWith('house/'))
}

const refused: [where: string, code: string, wall: string][] = [
  ['components/shop/bad.tsx', "import { db } from '@/lib/db'; db()", 'stairs'],
  ['components/shop/bad.tsx', "import { findOrder } from '../../lib/orders/queries'; findOrder()", 'stairs'],
  ['components/shop/bad.tsx', "export { place } from '@/app/[locale]/(shop)/checkout/actions'", 'stairs'],
  ['lib/gateways/netgiro/bad.ts', "import { env } from '@/lib/env'; env()", 'stairs'],
  ['lib/gateways/netgiro/bad.ts', "import { pay } from '../v3/client'; pay()", 'stairs'],
  ['lib/gateways/netgiro/bad.ts', "import { headers } from 'next/headers'; headers()", 'stairs'],
  ['lib/gateways/http.ts', "import { wire } from './netgiro/wire'; wire()", 'stairs'],
  ['lib/sandbox/netgiro/bad.ts', "import { sign } from '@/lib/gateways/netgiro/signature'; sign()", 'stairs'],
  ['lib/sandbox/netgiro/bad.ts', "import type { Truth } from '../../gateways/gateway'; export type T = Truth", 'stairs'],
  ['lib/sandbox/netgiro/bad.ts', "import { db } from '@/lib/db'; db()", 'stairs'],
  ['lib/catalogue/bad.ts', "import { findOrder } from '@/lib/orders/queries'; findOrder()", 'stairs'],
  ['lib/orders/bad.ts', "const payments = await import('@/lib/payments/start'); payments.start()", 'stairs'],
  ['lib/payments/bad.ts', "import { call } from '@/lib/gateways/netgiro/client'; call()", 'stairs'],
  ['lib/payments/bad.ts', "import { handleSandbox } from '@/lib/sandbox/server'; handleSandbox()", 'stairs'],
  ['lib/orders/bad.ts', "import { Button } from '@/components/ui/button'; Button()", 'stairs'],
  ['lib/drawing/bad.ts', "import { log } from '@/lib/log'; log.info('')", 'stairs'],
  ['lib/money.ts', "import { z } from 'zod'; z.string()", 'stairs'],
  ['lib/env.ts', "import { db } from '@/lib/orders/queries'; db()", 'stairs'],
  ['lib/orders/bad.ts', "await tx.payment.update({ where: { id }, data: { state: 'confirmed' } })", 'payment-rows'],
  ['app/admin/bad.ts', 'await db().paymentEvent.deleteMany()', 'payment-rows'],
  ['lib/orders/bad.ts', 'await tx.order.update({ where: { id }, data: { payments: { create: {} } } })', 'payment-rows'],
  ['lib/orders/bad.ts', "await tx.$executeRaw`UPDATE payment SET state = 'confirmed'`", 'payment-rows'],
  ['app/api/bad/route.ts', 'export const url = process.env.DATABASE_URL', 'environment'],
  ['lib/orders/bad.ts', "import { env } from 'node:process'; env.X", 'environment'],
  ['lib/payments/bad.ts', 'export const ok = (answer) => answer.ResultCode === 200', 'provider-words'],
  ['app/api/bad/route.ts', "export const key = 'chargeId'", 'provider-words'],
  ['lib/orders/bad.ts', 'export const id = Math.random()', 'chance'],
  ['lib/payments/bad.ts', 'export const claimUntil = new Date(Date.now() + 30_000)', 'clock'],
  ['lib/orders/bad.ts', 'export const paidAt = new Date()', 'clock'],
  ['lib/payments/bad.ts', "import { now } from '@/lib/clock'; now()", 'clock'],
  ['lib/catalogue/bad.ts', 'await db().$queryRawUnsafe(text)', 'raw-sql'],
  ['lib/orders/bad.ts', 'await tx.$executeRawUnsafe(text)', 'raw-sql'],
  ['lib/orders/bad.ts', "'use server'\nexport async function erase() {}", 'server-actions'],
]

const allowed: [where: string, code: string][] = [
  ['components/shop/good.tsx', "import type { Order } from '@/lib/orders/queries'; export type P = { order: Order }"],
  ['components/shop/good.tsx', "import { formatMoney } from '@/lib/money'; formatMoney({ amount: 1, currency: 'ISK' }, 'is')"],
  ['components/shop/good.tsx', "import { words } from '@/lib/i18n'; words('is', 'shop')"],
  [
    'lib/gateways/netgiro/good.ts',
    "import { callProvider } from '../http'; import { z } from 'zod'; import 'node:crypto'; callProvider(z)",
  ],
  ['lib/gateways/netgiro/good.ts', 'export const ok = (answer) => answer.ResultCode === 200'],
  ['lib/sandbox/netgiro/good.ts', "import { env } from '@/lib/env'; import { query } from '../db'; query(env())"],
  ['lib/payments/gateways.ts', "import { netgiro } from '@/lib/gateways/netgiro/gateway'; netgiro()"],
  ['lib/payments/good.ts', "await tx.payment.update({ where: { id }, data: { state: 'confirmed' } })"],
  ['lib/orders/good.ts', 'await tx.payment.findMany({ where: { orderId } })'],
  ['lib/payments/good.ts', 'export const later = (now) => new Date(now.getTime() + 30_000)'],
  ['lib/cart/actions.ts', "'use server'\nexport async function add() {}"],
]

describe('the walls between the rooms', () => {
  it.each(refused)('%s may not say: %s', async (where, code, wall) => {
    expect(await refusals(where, code)).toContain(`house/${wall}`)
  })

  it.each(allowed)('%s may say: %s', async (where, code) => {
    expect(await refusals(where, code)).toEqual([])
  })
})
