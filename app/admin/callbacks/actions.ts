'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { defineAction } from '@/lib/auth/define-action'
import { needed } from '@/lib/auth/roles'
import { done, refused } from '@/lib/form-state'
import { replayCallback } from '@/lib/payments/notify'

/** Field: callback. The result is the new verdict. */
export const replay = defineAction({
  role: needed.replayCallback,
  schema: z.object({ callback: z.string('gone').regex(/^\d{1,18}$/, 'gone').transform(BigInt) }),
  handler: async ({ callback }, { actor }) => {
    const verdict = await replayCallback({ id: callback, actor })
    refresh()
    return verdict === 'gone' ? refused('gone') : done(verdict)
  },
})
