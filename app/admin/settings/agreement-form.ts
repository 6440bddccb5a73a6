import { z } from 'zod'
import type { Agreement } from '@/lib/reports/agreements'

const bare = (typed: string) => typed.replace(/\s|kr\.?|%/gi, '')

/** "1,95" and "1.95" are 195; nothing is nothing. */
const basisPoints = z
  .string('percent_wrong')
  .transform(bare)
  .pipe(z.string().regex(/^(\d{1,3}([.,]\d{1,2})?)?$/, 'percent_wrong'))
  .transform((typed) => {
    const [whole = '', part = ''] = typed.split(/[.,]/)
    return typed === '' ? null : Number(whole) * 100 + Number(part.padEnd(2, '0'))
  })
  .refine((points) => points === null || points <= 10_000, 'percent_wrong')

const kronur = z
  .string('fixed_wrong')
  .transform(bare)
  .pipe(z.string().regex(/^(\d{1,6}|\d{1,3}[.,]\d{3})?$/, 'fixed_wrong'))
  .transform((typed) => (typed === '' ? null : Number(typed.replace(/[.,]/, ''))))
  .refine((amount) => amount === null || amount <= 100_000, 'fixed_wrong')

const days = z
  .string('days_wrong')
  .transform(bare)
  .pipe(z.string().regex(/^\d{0,2}$/, 'days_wrong'))
  .transform((typed) => (typed === '' ? null : Number(typed)))
  .refine((count) => count === null || count <= 60, 'days_wrong')

const vatRates = { '0': 0, '11': 11, '24': 24 } as const

/** Both fees left empty: none is agreed. Neither days nor weekday: nobody has said when the money comes. */
export const agreementForm = z
  .object({
    gateway: z.string('gone').regex(/^[a-z0-9-]{1,30}$/, 'gone'),
    percent: basisPoints,
    fixed: kronur,
    vatRate: z.enum(['0', '11', '24'], 'choose'),
    afterDays: days,
    weekday: z.enum(['', '1', '2', '3', '4', '5', '6', '7'], 'choose'),
  })
  .transform(({ gateway, percent, fixed, vatRate, afterDays, weekday }): Agreement & { gateway: string } => ({
    gateway,
    fee: percent === null && fixed === null ? null : { basisPoints: percent ?? 0, fixed: fixed ?? 0, vatRate: vatRates[vatRate] },
    settles: afterDays === null && weekday === '' ? null : { afterDays: afterDays ?? 0, weekday: weekday === '' ? null : Number(weekday) },
  }))

/** An agreement as it stands in the fields. */
export function agreementFields(
  { fee, settles }: Agreement,
  point: '.' | ',',
): Readonly<Record<'percent' | 'fixed' | 'vatRate' | 'afterDays' | 'weekday', string>> {
  const percent =
    fee && `${Math.floor(fee.basisPoints / 100)}${fee.basisPoints % 100 ? point + String(fee.basisPoints % 100).padStart(2, '0') : ''}`
  return {
    percent: percent ?? '',
    fixed: fee ? String(fee.fixed) : '',
    vatRate: String(fee?.vatRate ?? 0),
    afterDays: settles ? String(settles.afterDays) : '',
    weekday: settles?.weekday ? String(settles.weekday) : '',
  }
}
