'use server'

import { notFound, redirect, RedirectType } from 'next/navigation'
import { z } from 'zod'
import { definePublicAction } from '@/lib/actions'
import { env } from '@/lib/env'
import { done } from '@/lib/form-state'
import { recognise } from '@/lib/sandbox/netgiro/customers'
import { act, acts } from '@/lib/sandbox/netgiro/people'
import { configuredAppKey } from '@/lib/sandbox/netgiro/providers'
import { setTraits } from '@/lib/sandbox/netgiro/traits'
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

/** A switch of the phone's: it concerns this installation's app key, as the panel does. */
export const setTrait = definePublicAction({
  schema: z.object({
    number: z.string().max(20),
    trait: z.enum(['noApp', 'noCredit']),
    on: z.string().max(1).default(''),
    embed: z.string().max(1).default(''),
    view: z.string().max(10).default(''),
  }),
  handler: async ({ number, trait, on, embed, view }) => {
    const customer = recognise(number)
    if (env().modes.netgiro !== 'sandbox' || customer?.kind !== 'gsm') notFound()
    await setTraits(configuredAppKey(), customer.number, { [trait]: on === '1' })
    redirect(phoneAddress({ number, embed, view }), RedirectType.replace)
    return done(null)
  },
})
