'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { defineAction } from '@/lib/auth/define-action'
import { needed, refundLimit } from '@/lib/auth/roles'
import { now } from '@/lib/clock'
import { done, refused, wrong } from '@/lib/form-state'
import { idPattern } from '@/lib/ids'
import { requestRefund } from '@/lib/payments/refund'
import { retryRefund, settleRefund } from '@/lib/payments/refund-by-hand'

const id = z.string('gone').regex(idPattern, 'gone')
const reason = z.string('reason_missing').trim().min(1, 'reason_missing').max(500, 'reason_long')
const amount = z
  .string('amount_wrong')
  .transform((typed) => typed.replace(/[\s.]|kr/gi, ''))
  .pipe(z.string().regex(/^[1-9]\d{0,8}$/, 'amount_wrong'))
  .transform(Number)

/** What came of it, and when: of several the page shows the latest. */
const outcome = (key: string) => done({ outcome: key, at: now().getTime() })

/** Fields: paymentId, amount, reason, formKey. */
export const refund = defineAction({
  role: needed.refund,
  schema: z.object({ paymentId: id, amount, reason, formKey: id }),
  handler: async (wish, { actor, role }) => {
    const answer = await requestRefund({ ...wish, actor, limit: refundLimit(role) })
    refresh()
    if (answer.kind === 'asked') return outcome(`asked_${answer.state}`)
    return answer.kind === 'not_refundable' ? refused('not_refundable') : wrong({ amount: answer.kind })
  },
})

/** Fields: refundId. The same key once more. */
export const retry = defineAction({
  role: needed.refund,
  schema: z.object({ refundId: id }),
  handler: async ({ refundId }, { actor }) => {
    const answer = await retryRefund(refundId, actor)
    refresh()
    return answer === 'gone' ? refused('gone') : outcome(`retry_${answer}`)
  },
})

/** Fields: refundId, made, reason: how a refund without an answer ended, by the provider's own books. */
export const settle = defineAction({
  role: needed.settleRefund,
  schema: z.object({ refundId: id, made: z.enum(['yes', 'no'], 'gone'), reason }),
  handler: async ({ refundId, made, reason }, { actor }) => {
    const answer = await settleRefund({ refundId, made: made === 'yes', actor, reason })
    refresh()
    return answer === 'gone' ? refused('gone') : outcome(`settle_${answer}`)
  },
})
