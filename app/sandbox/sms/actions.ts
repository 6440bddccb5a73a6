'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { definePublicAction } from '@/lib/actions'
import { env } from '@/lib/env'
import { done } from '@/lib/form-state'
import { showPush } from '@/lib/sandbox/netgiro/people'
import { phoneAddress } from '../phone/address'

/** The customer installs the app, and the request that was waiting appears on her phone. */
export const installApp = definePublicAction({
  schema: z.object({ id: z.guid() }),
  handler: async ({ id }) => {
    if (env().modes.netgiro !== 'sandbox') notFound()
    await showPush(id)
    redirect(phoneAddress({}))
    return done(null)
  },
})
