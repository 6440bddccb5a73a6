'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { searchForTill } from '@/lib/catalogue/till-search'
import { defineAction } from '@/lib/auth/define-action'
import { atLeast, needed } from '@/lib/auth/roles'
import type { Staff } from '@/lib/auth/staff'
import { done, refused } from '@/lib/form-state'
import { cookieLocale } from '@/lib/i18n/cookie'
import { cancelPayment } from '@/lib/payments/cancel'
import { submitCode } from '@/lib/payments/submit-code'
import { abandonSale, startAtTill, tryAgainAtTill, type TillResult } from '@/lib/payments/till'
import { maySeeSale } from '@/lib/payments/till-read'
import { currentRegister, keepRegister, registerShape } from './register'
import { payerShape, paymentIdShape, saleShape } from './schema'

const seller = ({ actor, role }: Staff) => ({ actor, all: atLeast(role, needed.readSales) })

function goOn(result: TillResult) {
  if ('paymentId' in result) redirect(`/admin/pos/${result.paymentId}`)
  return refused(result.kind)
}

/** Fields: items (JSON), amount, payer, saleKey. Leads to the payment. */
export const sell = defineAction({
  role: needed.sell,
  schema: saleShape,
  secret: ['payer'],
  handler: async (sale, { actor }) => {
    const [register, locale] = await Promise.all([currentRegister(), cookieLocale()])
    return goOn(await startAtTill({ ...sale, ...register, locale, actor }))
  },
})

/** Fields: typed. What it names, or may mean. */
export const find = defineAction({
  role: needed.sell,
  schema: z.object({ typed: z.string().max(120) }),
  handler: async ({ typed }) => done(await searchForTill(typed, await cookieLocale())),
})

/** Fields: paymentId, payer. Another try for the same sale. */
export const again = defineAction({
  role: needed.sell,
  schema: z.object({ paymentId: paymentIdShape, payer: payerShape }),
  secret: ['payer'],
  handler: async ({ paymentId, payer }, staff) => {
    if (!(await maySeeSale(paymentId, seller(staff)))) return refused('gone')
    return goOn(await tryAgainAtTill({ paymentId, payer, actor: staff.actor }))
  },
})

/** Fields: paymentId, code: what the customer got by SMS and reads out. */
export const code = defineAction({
  role: needed.sell,
  schema: z.object({ paymentId: paymentIdShape, code: z.string('code_missing').trim().min(1, 'code_missing').max(12, 'code_wrong').regex(/^[0-9A-Za-z]+$/, 'code_wrong') }),
  secret: ['code'],
  handler: async (input, staff) => {
    if (!(await maySeeSale(input.paymentId, seller(staff)))) return refused('gone')
    const answer = await submitCode(input.paymentId, input.code, staff.actor)
    refresh()
    return answer === 'taken' ? done('taken') : refused(`code_${answer}`)
  },
})

/** Fields: paymentId. */
export const cancel = defineAction({
  role: needed.sell,
  schema: z.object({ paymentId: paymentIdShape }),
  handler: async ({ paymentId }, staff) => {
    if (!(await maySeeSale(paymentId, seller(staff)))) return refused('gone')
    const answer = await cancelPayment(paymentId, { actor: staff.actor, who: 'merchant' })
    refresh()
    return answer === 'asked' ? done('asked') : refused('cancel_over')
  },
})

/** Fields: paymentId. Goods of a sale that came to nothing go back on the shelf, and the till is free. */
export const next = defineAction({
  role: needed.sell,
  schema: z.object({ paymentId: paymentIdShape }),
  handler: async ({ paymentId }, staff) => {
    if (await maySeeSale(paymentId, seller(staff))) await abandonSale(paymentId)
    redirect('/admin/pos')
  },
})

/** Fields: locationId, registerId: which till this browser stands at. */
export const register = defineAction({
  role: needed.sell,
  schema: registerShape,
  handler: async (place) => {
    await keepRegister(place)
    refresh()
    return done('kept')
  },
})
