'use server'

import { notFound, redirect, RedirectType } from 'next/navigation'
import { z } from 'zod'
import { definePublicAction } from '@/lib/actions'
import { env } from '@/lib/env'
import { done, refused, type Answer } from '@/lib/form-state'
import { changeSwitch, clearAllFaults, moveClock, resetSandbox, setFault, setScenario } from '@/lib/sandbox/netgiro/panel'

const whole = z.preprocess((value) => (value === '' ? undefined : value), z.coerce.number().int().optional())

/** Comes back to the panel, so that a reload repeats nothing. */
async function then(work: () => Promise<boolean>): Promise<Answer<null>> {
  if (env().modes.netgiro !== 'sandbox') notFound()
  if (!(await work())) return refused('wrong')
  redirect('/sandbox/faults', RedirectType.replace)
  return done(null)
}

export const addFaultAction = definePublicAction({
  schema: z.object({ name: z.string(), operation: z.string().default(''), count: whole, ms: whole, code: whole }),
  handler: ({ count = null, operation, ...fault }) => then(() => setFault({ ...fault, operation: operation || undefined, count })),
})

export const clearFaultsAction = definePublicAction({ schema: z.object({}), handler: () => then(clearAllFaults) })

export const startScenarioAction = definePublicAction({
  schema: z.object({ name: z.string() }),
  handler: ({ name }) => then(() => setScenario(name)),
})

export const moveClockAction = definePublicAction({
  schema: z.object({ advanceMs: z.coerce.number().int() }),
  handler: ({ advanceMs }) => then(() => moveClock(advanceMs)),
})

export const setSwitchAction = definePublicAction({
  schema: z.object({ name: z.string(), value: z.string() }),
  handler: ({ name, value }) => then(() => changeSwitch(name, value)),
})

export const resetAction = definePublicAction({ schema: z.object({}), handler: () => then(resetSandbox) })
