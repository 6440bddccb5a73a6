'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { defineAction } from '@/lib/auth/define-action'
import { needed } from '@/lib/auth/roles'
import { done, refused } from '@/lib/form-state'
import { settleWithdrawal } from '@/lib/orders/withdrawals'

/** Fields: withdrawal (its id). */
export const settle = defineAction({
  role: needed.settleWithdrawal,
  schema: z.object({
    withdrawal: z
      .string('gone')
      .regex(/^[1-9]\d{0,17}$/, 'gone')
      .transform(BigInt),
  }),
  handler: async ({ withdrawal }, { actor }) => {
    const answer = await settleWithdrawal(withdrawal, actor)
    refresh()
    return answer === 'gone' ? refused(answer) : done(answer)
  },
})
