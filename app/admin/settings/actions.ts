'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { defineAction } from '@/lib/auth/define-action'
import { needed } from '@/lib/auth/roles'
import { done } from '@/lib/form-state'
import { saveSettings } from '@/lib/settings/commands'
import { settingsShape } from '@/lib/settings/settings'

const { confirmationType, captureBy } = settingsShape.shape

export const save = defineAction({
  role: needed.changeSettings,
  schema: z.object({
    confirmationType: z.enum(['0', '1', '2'], 'choose').transform(Number).pipe(confirmationType),
    captureBy: z.enum(captureBy.options, 'choose'),
  }),
  handler: async (settings, { actor }) => {
    await saveSettings(actor, settings)
    refresh()
    return done('saved')
  },
})
