'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { defineAction } from '@/lib/auth/define-action'
import { endSession } from '@/lib/auth/session'

export const signOut = defineAction({
  role: 'viewer',
  schema: z.object({}),
  handler: async () => {
    await endSession()
    redirect('/admin/sign-in?signed-out')
  },
})
