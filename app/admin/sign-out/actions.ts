'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { definePublicAction } from '@/lib/actions'
import { endSession } from '@/lib/auth/session'

/** Needs no role: whoever has no session ends none. */
export const signOut = definePublicAction({
  schema: z.object({}),
  handler: async () => {
    await endSession()
    redirect('/admin/sign-in?signed-out')
  },
})
