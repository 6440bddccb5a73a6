'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { defineAction } from '@/lib/auth/define-action'
import { needed } from '@/lib/auth/roles'
import { now } from '@/lib/clock'
import { done, refused, type Answer } from '@/lib/form-state'
import { idPattern } from '@/lib/ids'
import { stepName, trackingUrl } from '@/lib/orders/fulfilment'
import { noteText, writeNote } from '@/lib/orders/notes'
import { cancelByHand, checkByHand, confirmByHand, releaseByHand } from '@/lib/payments/by-hand'
import { fulfil, keepHere } from '@/lib/payments/fulfil'

const paymentId = z.string('gone').regex(idPattern, 'gone')
const reason = z.string('reason_missing').trim().min(1, 'reason_missing').max(500, 'reason_long')

/** What came of it, and when: of several the page shows the latest. */
type Outcome = { outcome: string; at: number }

function outcomeOf(deed: string, answer: string): Answer<Outcome> {
  refresh()
  return answer === 'gone' ? refused('gone') : done({ outcome: `${deed}_${answer}`, at: now().getTime() })
}

export const check = defineAction({
  role: needed.checkPayment,
  schema: z.object({ paymentId }),
  handler: async (input, { actor }) => outcomeOf('check', await checkByHand({ ...input, actor })),
})

export const confirm = defineAction({
  role: needed.confirmReservation,
  schema: z.object({ paymentId }),
  handler: async (input, { actor }) => outcomeOf('confirm', await confirmByHand({ ...input, actor })),
})

export const cancel = defineAction({
  role: needed.cancelPayment,
  schema: z.object({ paymentId, reason }),
  handler: async (input, { actor }) => outcomeOf('cancel', await cancelByHand({ ...input, actor })),
})

export const release = defineAction({
  role: needed.cancelPayment,
  schema: z.object({ paymentId, reason }),
  handler: async (input, { actor }) => outcomeOf('release', await releaseByHand({ ...input, actor })),
})

const orderNumber = z.string('gone').regex(/^[1-9]\d{0,8}$/, 'gone').transform(Number)

/** Fields: order (its number), step, trackingUrl, position (of the step that would be next), formKey. */
export const step = defineAction({
  role: needed.fulfil,
  schema: z.object({
    order: orderNumber,
    step: stepName,
    trackingUrl: trackingUrl.default(null),
    position: z.string('stale').regex(/^[1-9]\d{0,3}$/, 'stale').transform(Number),
    formKey: z.string('stale').regex(idPattern, 'stale'),
  }),
  handler: async ({ order: number, ...wish }, { actor }) => {
    const answer = await fulfil({ number, actor, ...wish })
    refresh()
    return answer === 'taken' ? done('taken') : refused(answer)
  },
})

/** Fields: order (its number). Goods whose money is being taken stay here after all. */
export const keep = defineAction({
  role: needed.fulfil,
  schema: z.object({ order: orderNumber }),
  handler: async ({ order: number }, { actor }) => {
    const answer = await keepHere({ number, actor })
    refresh()
    return answer === 'kept' ? done('kept') : refused(answer)
  },
})

/** Fields: order (its number), text, formKey. */
export const note = defineAction({
  role: needed.writeNote,
  schema: z.object({
    order: orderNumber,
    text: noteText,
    formKey: z.string('form_stale').regex(idPattern, 'form_stale'),
  }),
  handler: async ({ order, text, formKey }, { actor }) => {
    const answer = await writeNote({ number: order, text, actor, formKey })
    refresh()
    if (answer === 'written') return done('written')
    return refused(answer === 'stale' ? 'form_stale' : 'gone')
  },
})
