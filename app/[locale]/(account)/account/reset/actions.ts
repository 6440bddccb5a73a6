'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { askForReset, resetPassword } from '@/lib/accounts/reset'
import { email, formLocale, letterToken, newPassword } from '@/lib/accounts/schema'
import { endShopperSession } from '@/lib/accounts/session'
import { definePublicAction } from '@/lib/actions'
import { requestAddress } from '@/lib/auth/request-address'
import { done, refused, wrong } from '@/lib/form-state'

/** Answers the same whether there is an account or not. */
export const askForLink = definePublicAction({
  schema: z.object({ email, locale: formLocale }),
  handler: async (input) => {
    const answer = await askForReset({ ...input, address: await requestAddress() })
    return answer === 'asked' ? done(answer) : refused(answer)
  },
})

/** Fields: secret (what the link holds), password (the new one), locale. */
export const choosePassword = definePublicAction({
  schema: z.object({ secret: letterToken, password: newPassword, locale: formLocale }),
  secret: ['password', 'secret'],
  handler: async ({ secret, password, locale }) => {
    const answer = await resetPassword(secret, password)
    if (answer === 'passwordIsEmail') return wrong({ password: answer })
    if (answer === 'gone') return refused(answer)
    await endShopperSession()
    redirect(`/${locale}/sign-in?now=changed`)
  },
})
