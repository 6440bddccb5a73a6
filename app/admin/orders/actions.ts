'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { defineAction } from '@/lib/auth/define-action'
import { atLeast, needed } from '@/lib/auth/roles'
import { now } from '@/lib/clock'
import { done, refused } from '@/lib/form-state'
import { bulkDeeds, doForOrders, mostAtOnce, type BulkDeed } from '@/lib/payments/bulk'

const roleFor = { check: needed.checkPayment, confirm: needed.confirmReservation, pack: needed.fulfil, leave: needed.fulfil } as const satisfies Record<BulkDeed, unknown>

/** Fields: deed, and `order-NUMBER` for each order that is chosen. */
export const bulk = defineAction({
  role: needed.checkPayment,
  schema: z.looseObject({ deed: z.enum(bulkDeeds, 'deed_wrong') }).transform(({ deed, ...fields }) => ({
    deed,
    numbers: Object.keys(fields)
      .flatMap((name) => /^order-([1-9]\d{0,8})$/.exec(name)?.[1] ?? [])
      .map(Number),
  })),
  handler: async ({ deed, numbers }, { actor, role }) => {
    if (!atLeast(role, roleFor[deed])) return refused('not_allowed')
    if (numbers.length === 0) return refused('none_chosen')
    if (numbers.length > mostAtOnce) return refused('too_many')
    const results = await doForOrders(deed, numbers, { actor })
    refresh()
    return done({ deed, results, at: now().getTime() })
  },
})
