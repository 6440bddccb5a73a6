'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { formLocale, knownPassword, letterToken } from '@/lib/accounts/schema'
import { beginShopperSession } from '@/lib/accounts/session'
import { finishSignUp } from '@/lib/accounts/sign-up'
import { definePublicAction } from '@/lib/actions'
import { requestAddress } from '@/lib/auth/request-address'
import { refused, wrong } from '@/lib/form-state'

/** Fields: secret (what the link holds), password (chosen at the sign-up), locale. */
export const finish = definePublicAction({
  schema: z.object({ secret: letterToken, password: knownPassword, locale: formLocale }),
  secret: ['password', 'secret'],
  handler: async ({ locale, ...input }) => {
    const answer = await finishSignUp({ ...input, address: await requestAddress() })
    if (answer.kind === 'wrongPassword') return wrong({ password: 'wrongPassword' })
    if (answer.kind !== 'in') return refused(answer.kind)
    await beginShopperSession(answer.shopperId)
    redirect(`/${locale}/account`)
  },
})
