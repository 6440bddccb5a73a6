'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { formLocale } from '@/lib/accounts/schema'
import { endShopperSession } from '@/lib/accounts/session'
import { definePublicAction } from '@/lib/actions'

/** Needs nobody to be signed in: whoever has no session ends none. */
export const signOut = definePublicAction({
  schema: z.object({ locale: formLocale }),
  handler: async ({ locale }) => {
    await endShopperSession()
    redirect(`/${locale}/sign-in?now=signedOut`)
  },
})
