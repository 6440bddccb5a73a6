'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { defineAction } from '@/lib/auth/define-action'
import { needed } from '@/lib/auth/roles'
import { done, refused } from '@/lib/form-state'
import { clearAttention } from '@/lib/payments/attention'

export const clear = defineAction({
  role: needed.clearAttention,
  schema: z.object({
    item: z.string('gone').regex(/^\d{1,18}$/, 'gone').transform(BigInt),
    reason: z.string('reason_missing').trim().min(1, 'reason_missing').max(500, 'reason_long'),
  }),
  handler: async ({ item, reason }, { actor }) => {
    const cleared = await clearAttention(item, actor, reason)
    refresh()
    return cleared ? done('cleared') : refused('cleared_over')
  },
})
