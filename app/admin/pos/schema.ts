import { z } from 'zod'
import { idPattern } from '@/lib/ids'
import { recognisePayer } from '@/lib/payments/payer'

const item = z.object({ variantId: z.number().int().positive().max(2_147_483_647), quantity: z.number().int().min(1).max(99) })

/** The lines of a sale as the till's page keeps them: JSON in one field. */
const items = z
  .string()
  .max(20_000, 'form_stale')
  .transform((text, context): unknown => {
    try {
      return text ? JSON.parse(text) : []
    } catch {
      context.addIssue({ code: 'custom', message: 'form_stale' })
      return z.NEVER
    }
  })
  .pipe(z.array(item, 'form_stale').max(100, 'form_stale'))

/** Whole krónur, typed as people do: "8.900" or "8900 kr.". Nothing typed is nothing. */
const amount = z
  .string()
  .default('')
  .transform((typed) => typed.replace(/[\s.]|kr/gi, ''))
  .pipe(z.string().regex(/^\d{0,8}$/, 'amount_wrong'))
  .transform(Number)

/** What the customer is named by. It is read and passed on; an error never sends it back. */
export const payerShape = z
  .string('payer_missing')
  .trim()
  .min(1, 'payer_missing')
  .max(40, 'payer_wrong')
  .transform((typed, context) => {
    const payer = recognisePayer(typed)
    if (payer) return payer
    context.addIssue({ code: 'custom', message: 'payer_wrong' })
    return z.NEVER
  })

export const paymentIdShape = z.string('gone').regex(idPattern, 'gone')
export const saleShape = z.object({ items, amount, payer: payerShape, saleKey: z.string('form_stale').regex(idPattern, 'form_stale') })
