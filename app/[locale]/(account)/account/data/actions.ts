'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { defineShopperAction } from '@/lib/accounts/define-action'
import { deleteAccount } from '@/lib/accounts/delete'
import { formLocale, knownPassword } from '@/lib/accounts/schema'
import { endShopperSession } from '@/lib/accounts/session'
import { requestAddress } from '@/lib/auth/request-address'
import { refused, wrong } from '@/lib/form-state'

/** Fields: password, locale. */
export const deleteMyAccount = defineShopperAction({
  schema: z.object({ password: knownPassword, locale: formLocale }),
  secret: ['password'],
  handler: async ({ password, locale }, shopper) => {
    const answer = await deleteAccount({ shopper, password, address: await requestAddress() })
    if (answer === 'wrongPassword') return wrong({ password: answer })
    if (answer === 'tooMany') return refused(answer)
    await endShopperSession()
    redirect(`/${locale}/sign-in?now=deleted`)
  },
})
