'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { authenticateShopper } from '@/lib/accounts/authenticate'
import { email, formLocale, knownPassword } from '@/lib/accounts/schema'
import { beginShopperSession } from '@/lib/accounts/session'
import { afterSignIn, isAfterSignIn } from '@/lib/accounts/shopper'
import { definePublicAction } from '@/lib/actions'
import { requestAddress } from '@/lib/auth/request-address'
import { refused } from '@/lib/form-state'

export const enter = definePublicAction({
  schema: z.object({ email, password: knownPassword, locale: formLocale, next: z.string().max(20).optional() }),
  secret: ['password'],
  handler: async ({ locale, next, ...credentials }) => {
    const answer = await authenticateShopper({ ...credentials, address: await requestAddress() })
    if (answer.kind !== 'in') return refused(answer.kind)
    await beginShopperSession(answer.shopperId)
    redirect(`/${locale}${isAfterSignIn(next) ? afterSignIn[next] : afterSignIn.account}`)
  },
})
