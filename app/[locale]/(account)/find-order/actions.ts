'use server'

import { z } from 'zod'
import { definePublicAction } from '@/lib/actions'
import { requestAddress } from '@/lib/auth/request-address'
import { done, refused } from '@/lib/form-state'
import { defaultLocale, locales } from '@/lib/i18n'
import { askForLink, findOrderShape } from '@/lib/orders/find'

export const findOrder = definePublicAction({
  schema: findOrderShape.extend({ locale: z.enum(locales).catch(defaultLocale) }),
  handler: async (input) => {
    const answer = await askForLink({ ...input, address: await requestAddress() })
    return answer === 'asked' ? done(answer) : refused('tooMany')
  },
})
