'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { definePublicAction } from '@/lib/actions'
import { requestAddress } from '@/lib/auth/request-address'
import { done, refused } from '@/lib/form-state'
import { idPattern } from '@/lib/ids'
import { orderOfToken } from '@/lib/orders/token'
import { withdraw, withdrawalReason } from '@/lib/orders/withdrawals'
import { mayTry } from '@/lib/tries'

const perOrder = { name: 'withdraw', tries: 20, seconds: 3600 }
const perAddress = { name: 'withdraw-address', tries: 60, seconds: 3600 }

// A form names the lines it shows as "line-7"; what it does not name is meant whole.
const form = z.record(z.string(), z.string()).transform((fields, context) => {
  const parsed = z
    .object({
      token: z.string('stale').length(44, 'stale'),
      formKey: z.string('stale').regex(idPattern, 'stale'),
      reason: withdrawalReason.optional().default(''),
    })
    .safeParse(fields)
  const named = Object.entries(fields).flatMap(([name, value]) => {
    const line = /^line-([1-9]\d{0,8})$/.exec(name)?.[1]
    return line ? [[Number(line), /^\d{1,2}$/.test(value) ? Number(value) : Number.NaN] as const] : []
  })
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path, message })
    return z.NEVER
  }
  if (named.some(([, quantity]) => Number.isNaN(quantity))) {
    context.addIssue({ code: 'custom', path: ['formKey'], message: 'stale' })
    return z.NEVER
  }
  return { ...parsed.data, quantities: new Map(named) }
})

/** A wish to return goods, for whoever has the order's secret link. Fields: token, formKey, line-…, reason. */
export const returnGoods = definePublicAction({
  schema: form,
  secret: ['token'],
  handler: async ({ token, ...wish }) => {
    const orderId = orderOfToken(token)
    if (!orderId) return refused('over')
    if (!(await mayTry({ perThing: perOrder, what: orderId, perAddress, address: await requestAddress() }))) return refused('tooOften')
    const answer = await withdraw({ orderId, ...wish })
    refresh()
    return answer === 'asked' ? done(answer) : refused(answer)
  },
})
