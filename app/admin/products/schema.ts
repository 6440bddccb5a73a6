import { z } from 'zod'
import { fold } from '@/lib/catalogue/fold'
import { countText, idText, longest, productShape, reasonText, sizeName, skuText, versionText } from '@/lib/catalogue/merchant/fields'
import type { Count } from '@/lib/catalogue/merchant/stock'
import { idPattern } from '@/lib/ids'
import { decode, garments, type Garment } from '@/lib/drawing/spec'

const product = { product: idText, version: versionText }

export const editForm = productShape.extend(product)

const most = 20

/** "S, M, L": at least one, and each once. */
const sizes = z
  .string('sizes')
  .transform((typed) =>
    typed
      .split(/[,;\n]/)
      .map((size) => size.trim())
      .filter(Boolean),
  )
  .pipe(z.array(sizeName).min(1, 'sizes').max(most, 'sizes'))
  .refine((names) => new Set(names.map(fold)).size === names.length, 'size_taken')

export const createForm = productShape.extend({
  formKey: z.string('form_stale').regex(idPattern, 'form_stale'),
  garment: z.enum(Object.keys(garments) as [Garment, ...Garment[]], 'choose'),
  sizes,
})

/** "yes" or "no". */
export const hideForm = z.object({ product: idText, hidden: z.enum(['yes', 'no'], 'gone').transform((said) => said === 'yes') })

const ofSize = { product: idText, variant: idText }

/** What is to become of a size: a new name needs the one it was shown with. */
export const sizeChange = z.discriminatedUnion(
  'deed',
  [
    z.object({ ...ofSize, deed: z.literal('rename'), size: sizeName, was: z.string('stale').max(longest.size, 'stale') }),
    z.object({ ...ofSize, deed: z.enum(['remove', 'show']) }),
  ],
  'gone',
)

export const drawForm = z.object({
  ...product,
  drawing: z
    .string('drawing')
    .max(200, 'drawing')
    .refine((text) => decode(text) !== null, 'drawing'),
})

export const sizeForm = z.object({
  product: idText,
  size: sizeName,
  // An empty field is no wish.
  sku: z.preprocess((typed) => (typeof typed === 'string' && typed.trim() === '' ? undefined : typed), skuText.optional()),
})

/** Fields of each size: what was counted, empty where nobody counted, and what it was said to hold before. */
export const countForm = z.looseObject({ product: idText, reason: reasonText }).transform((fields, ctx) => {
  const counts: Count[] = []
  for (const [name, typed] of Object.entries(fields)) {
    const [, variantId] = /^counted-(\d{1,9})$/.exec(name) ?? []
    if (!variantId || typeof typed !== 'string' || !typed.trim()) continue
    const counted = countText.safeParse(typed)
    const seen = countText.safeParse(fields[`seen-${variantId}`])
    if (!counted.success || !seen.success) ctx.addIssue({ code: 'custom', path: [name], message: counted.success ? 'moved' : 'count' })
    else counts.push({ variantId: Number(variantId), counted: counted.data, seen: seen.data })
  }
  return { product: fields.product, reason: fields.reason, counts }
})
