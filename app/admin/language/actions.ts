'use server'

import { z } from 'zod'
import { definePublicAction } from '@/lib/actions'
import { done } from '@/lib/form-state'
import { locales } from '@/lib/i18n'
import { keepLocale } from '@/lib/i18n/cookie'

export const chooseLanguage = definePublicAction({
  schema: z.object({ locale: z.enum(locales) }),
  handler: async ({ locale }) => done(await keepLocale(locale)),
})
