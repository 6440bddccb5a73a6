'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { defineAction } from '@/lib/auth/define-action'
import { needed } from '@/lib/auth/roles'
import { done, refused } from '@/lib/form-state'
import { idPattern } from '@/lib/ids'
import { sendAgain } from '@/lib/mail/again'

/** Fields: order (its number), mail (its id in the order's list), formKey. */
export const again = defineAction({
  role: needed.sendMailAgain,
  schema: z.object({
    order: z
      .string('gone')
      .regex(/^[1-9]\d{0,8}$/, 'gone')
      .transform(Number),
    mail: z
      .string('gone')
      .regex(/^[1-9]\d{0,17}$/, 'gone')
      .transform(BigInt),
    formKey: z.string('stale').regex(idPattern, 'stale'),
  }),
  handler: async ({ order: number, mail: id, formKey }, { actor }) => {
    const answer = await sendAgain({ number, id, actor, formKey })
    refresh()
    return answer === 'asked' ? done('asked') : refused(answer)
  },
})
