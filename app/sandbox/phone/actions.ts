'use server'

import { notFound, redirect, RedirectType } from 'next/navigation'
import { z } from 'zod'
import { definePublicAction } from '@/lib/actions'
import { env } from '@/lib/env'
import { done } from '@/lib/form-state'
import { act, acts } from '@/lib/sandbox/netgiro/people'
import { phoneAddress } from './address'

/** The customer's thumb. The phone comes back showing what came of it, so that a reload repeats nothing. */
export const answerRequest = definePublicAction({
  schema: z.object({ id: z.guid(), act: z.enum(acts), number: z.string().max(20).default(''), embed: z.string().max(1).default('') }),
  handler: async ({ id, act: what, number, embed }) => {
    if (env().modes.netgiro !== 'sandbox') notFound()
    const acted = await act(id, what)
    if (acted.kind === 'unknown' || what === 'ignore') redirect(phoneAddress({ number, embed }), RedirectType.replace)
    redirect(phoneAddress({ number, embed, done: id, did: acted.kind === 'closed' ? 'late' : what }), RedirectType.replace)
    return done(null)
  },
})
