'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { definePublicAction } from '@/lib/actions'
import { credentialsShape } from '@/lib/auth/credentials'
import { safeNextPath } from '@/lib/auth/next-path'
import { signIn } from '@/lib/auth/sign-in'
import { refused } from '@/lib/form-state'

export const enter = definePublicAction({
  schema: credentialsShape.extend({ next: z.string().max(500).optional() }),
  secret: ['password'],
  handler: async ({ email, password, next }) => {
    const answer = await signIn(email, password)
    if (answer !== 'in') return refused(answer)
    redirect(safeNextPath(next))
  },
})
