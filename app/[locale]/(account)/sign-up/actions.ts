'use server'

import { z } from 'zod'
import { email, formLocale, isAddressItself, newPassword, personName } from '@/lib/accounts/schema'
import { signUp } from '@/lib/accounts/sign-up'
import { definePublicAction } from '@/lib/actions'
import { requestAddress } from '@/lib/auth/request-address'
import { done, refused, wrong } from '@/lib/form-state'

/** Answers the same whether there is an account or not: what follows comes by mail. */
export const makeAccount = definePublicAction({
  schema: z.object({ name: personName, email, password: newPassword, locale: formLocale }),
  secret: ['password'],
  handler: async (input) => {
    if (isAddressItself(input.password, input.email)) return wrong({ password: 'passwordIsEmail' })
    const answer = await signUp({ ...input, address: await requestAddress() })
    return answer === 'asked' ? done(answer) : refused(answer)
  },
})
