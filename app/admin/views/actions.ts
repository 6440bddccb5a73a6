'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { readOrdersQuery } from '@/app/admin/query'
import { ordersQuery, topOf } from '@/components/admin/orders-url'
import { defineAction } from '@/lib/auth/define-action'
import { needed } from '@/lib/auth/roles'
import { done, refused } from '@/lib/form-state'
import { removeView, saveView, viewName } from '@/lib/orders/views'

/** Fields: name, and those of the list's address. */
export const save = defineAction({
  role: needed.read,
  schema: z.looseObject({ name: viewName }),
  handler: async ({ name, ...fields }, { id: userId }) => {
    const answer = await saveView({ userId, name, query: ordersQuery(topOf(readOrdersQuery(fields))) })
    refresh()
    return answer === 'saved' ? done('saved') : refused(answer)
  },
})

/** Field: view. */
export const remove = defineAction({
  role: needed.read,
  schema: z.object({
    view: z
      .string('gone')
      .regex(/^\d{1,18}$/, 'gone')
      .transform(BigInt),
  }),
  handler: async ({ view }, { id: userId }) => {
    await removeView({ userId, id: view })
    refresh()
    return done('removed')
  },
})
