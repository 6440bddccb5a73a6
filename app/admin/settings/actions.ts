'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { raiseTestAlert } from '@/lib/alerts/raise'
import { auditAlone } from '@/lib/audit/audit'
import { defineAction } from '@/lib/auth/define-action'
import { needed } from '@/lib/auth/roles'
import type { Finding } from '@/components/admin/settings/gateway-check'
import { done, refused, type Answer } from '@/lib/form-state'
import { cookieLocale } from '@/lib/i18n/cookie'
import { takeTry } from '@/lib/limits'
import * as connection from '@/lib/payments/connection'
import { isGateway } from '@/lib/payments/gateways'
import * as selfTest from '@/lib/payments/self-test'
import * as agreements from '@/lib/reports/agreements'
import { saveSettings } from '@/lib/settings/commands'
import { settingsShape } from '@/lib/settings/settings'
import { agreementForm } from './agreement-form'
import { connectionFinding, selfTestFinding } from './findings'

const { confirmationType, captureBy, alertLocale } = settingsShape.shape

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

/** In which language alerts are mailed. */
export const saveAlertLanguage = defineAction({
  role: needed.changeSettings,
  schema: z.object({ alertLocale: z.enum(alertLocale.options, 'choose') }),
  handler: async (settings, { actor }) => {
    await saveSettings(actor, settings)
    refresh()
    return done('saved')
  },
})

/** What a payment costs at a gateway, and when its money comes. */
export const saveAgreement = defineAction({
  role: needed.changeSettings,
  schema: agreementForm,
  handler: async ({ gateway, ...agreement }, { actor }) => {
    if (!isGateway(gateway)) return refused('gone')
    await agreements.saveAgreement(actor, gateway, agreement)
    refresh()
    return done('saved')
  },
})

const ofGateway = z.object({ gateway: z.string('gone').regex(/^[a-z0-9-]{1,30}$/, 'gone') })

/** A signed question to the provider that changes nothing. */
export const testConnection = defineAction({
  role: needed.testGateway,
  schema: ofGateway,
  handler: async ({ gateway }, { actor }) => said(await connection.testConnection({ gateway, actor }), connectionFinding),
})

/** A signed callback for nobody, to our own public address. */
export const testCallbacks = defineAction({
  role: needed.testGateway,
  schema: ofGateway,
  handler: async ({ gateway }, { actor }) => said(await selfTest.testCallbacks({ gateway, actor }), selfTestFinding),
})

const testAlerts = { name: 'alert-test', tries: 5, seconds: 60 }

/** One alert about nothing, by mail and webhook as any other. */
export const testAlert = defineAction({
  role: needed.testGateway,
  schema: z.object({ of: z.literal('test', 'gone') }),
  handler: async (_, { actor }) => {
    if (!(await takeTry(testAlerts, 'all')).allowed) return refused('too_often')
    if (!(await raiseTestAlert())) return refused('nowhere')
    await auditAlone({ actor, action: 'alert.test', subject: 'alerts' })
    refresh()
    return done('sent')
  },
})

async function said<T extends object>(found: T | 'gone' | 'too_often', word: typeof connectionFinding): Promise<Answer<Finding>> {
  const finding = typeof found === 'string' ? null : word(found, await cookieLocale())
  return finding ? done(finding) : refused(typeof found === 'string' ? found : 'gone')
}
