// What a merchant may write of a product, whether in a form or in a file. Messages are keys of the admin's words
// about products, `problem.*`.
import { z } from 'zod'
import { fromCsvCell } from '@/lib/csv'

/** In the units of an input's maxlength. */
export const longest = { name: 120, description: 2_000, size: 30, sku: 60, reason: 500 }
const dearest = 9_999_999
const heaviest = 100_000
export const mostOnShelf = 1_000_000

// No control characters but line breaks, no direction overrides: it is read beside what others wrote.
const readable = /^(?:\n|[^\p{Cc}\u202a-\u202e\u2066-\u2069])*$/u
const mended = (typed: string) => typed.replace(/\r\n?/g, '\n').trim()
const text = (most: number) =>
  z
    .string('missing')
    .transform(mended)
    .pipe(
      z
        .string()
        .max(most, 'long')
        .regex(readable, 'strange')
        // A file for spreadsheets writes such a text with an apostrophe more, and could not tell the two apart.
        .refine((written) => fromCsvCell(written) === written, 'apostrophe'),
    )

/** One line, and not nothing. */
const line = (most: number) =>
  text(most).pipe(
    z
      .string()
      .min(1, 'missing')
      .regex(/^[^\n]*$/, 'strange'),
  )

/** A whole number as people write it: 12.900, 12 900 or 12900. */
const grouped = z
  .string('missing')
  .transform((typed) => typed.trim().replace(/^(\d{1,3})(?:[. \u00a0]\d{3})+$/, (all) => all.replace(/\D/g, '')))
const whole = (least: number, most: number, problem: string) =>
  grouped
    .pipe(z.string().regex(/^\d{1,9}$/, problem))
    .transform(Number)
    .refine((n) => n >= least && n <= most, problem)

export const vatRates = [24, 11] as const

export const productShape = z.object({
  nameIs: line(longest.name),
  nameEn: line(longest.name),
  descriptionIs: text(longest.description),
  descriptionEn: text(longest.description),
  price: whole(1, dearest, 'price'),
  vatRate: z.enum(['24', '11'], 'choose').transform(Number),
  /** Its slug. */
  category: z.string('choose').regex(/^[a-z0-9-]{1,120}$/, 'choose'),
  weight: whole(0, heaviest, 'weight'),
})
export type ProductFields = z.output<typeof productShape>

export const sizeName = line(longest.size)
/** Letters, digits, points, hyphens and low lines, as a scanner sends them. */
export const skuText = z
  .string('sku')
  .trim()
  .max(longest.sku, 'long')
  .regex(/^[\w.-]+$/, 'sku')
export const countText = whole(0, mostOnShelf, 'count')
export const reasonText = line(longest.reason)

export const idText = z
  .string('gone')
  .regex(/^[1-9]\d{0,9}$/, 'gone')
  .transform(Number)
  .refine((id) => id <= 2_147_483_647, 'gone')
/** Which version of the product somebody had before the eyes. */
export const versionText = z
  .string('stale')
  .regex(/^\d{1,9}$/, 'stale')
  .transform(Number)
