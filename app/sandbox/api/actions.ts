'use server'

import { notFound } from 'next/navigation'
import { z } from 'zod'
import { definePublicAction } from '@/lib/actions'
import { env } from '@/lib/env'
import { done, wrong } from '@/lib/form-state'
import { tryCall } from '@/lib/sandbox/netgiro/openapi/try'

/** Makes the call that was written, as any client would. */
export const tryOperation = definePublicAction({
  schema: z.object({ operation: z.string().max(40), members: z.string().max(20_000) }),
  handler: async ({ operation, members }) => {
    if (env().modes.netgiro !== 'sandbox') notFound()
    const tried = await tryCall(operation, members)
    return tried ? done(tried) : wrong({ members: 'not_json' })
  },
})
