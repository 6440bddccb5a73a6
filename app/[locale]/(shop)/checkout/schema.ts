import { z } from 'zod'
import { defaultLocale, locales } from '@/lib/i18n'
import { parseCheckout } from '@/lib/orders/checkout-schema'

const locale = z.enum(locales).catch(defaultLocale)

/** The checkout's form as the action takes it: which fields are asked for depends on the delivery. */
export const placeOrderSchema = z.record(z.string(), z.string()).transform((fields, context) => {
  const parsed = parseCheckout(new Map(Object.entries(fields)))
  if (parsed.ok) return { locale: locale.parse(fields.locale), form: parsed.value }
  for (const [field, message] of Object.entries(parsed.errors)) context.addIssue({ code: 'custom', path: [field], message })
  return z.NEVER
})
