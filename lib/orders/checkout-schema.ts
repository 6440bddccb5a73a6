// What a shopper fills in. Every message is a key into the checkout's words, `errors.*`.
import { z } from 'zod'
import { idPattern } from '@/lib/ids'
import { deliveryKinds, deliveryOption } from './delivery'

// No control characters, no direction overrides: names end up in mails, receipts and the merchant's lists.
const line = (max: number, missing: string) =>
  z.string().trim().min(1, missing).max(max, 'tooLong').regex(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u, 'strangeCharacters')

/** Seven digits beginning with 6, 7 or 8, however they were typed: "+354 822-3281" is 8223281. */
export const gsm = z
  .string()
  .trim()
  .min(1, 'phoneMissing')
  .max(30, 'phoneWrong')
  .transform((typed) => typed.replace(/[\s\-().]/g, '').replace(/^(?:\+|00)?354(?=\d{7}$)/, ''))
  .pipe(z.string().regex(/^[678]\d{6}$/, 'phoneWrong'))

const address = z.object({
  address: line(100, 'addressMissing'),
  postcode: z.string().trim().min(1, 'postcodeMissing').regex(/^[1-9]\d{2}$/, 'postcodeWrong'),
  city: line(60, 'cityMissing'),
})
const contact = z.object({
  name: line(100, 'nameMissing'),
  email: z.string().trim().min(1, 'emailMissing').max(200, 'tooLong').pipe(z.email('emailWrong')),
  phone: gsm,
  delivery: z.enum(deliveryKinds, 'deliveryMissing'),
  checkoutKey: z.string().regex(idPattern, 'formStale'),
})

export type CheckoutForm = z.infer<typeof contact> & Partial<z.infer<typeof address>>
export type CheckoutField = keyof CheckoutForm
export const checkoutFields = ['name', 'email', 'phone', 'delivery', 'address', 'postcode', 'city', 'checkoutKey'] as const satisfies readonly CheckoutField[]

export type ParsedCheckout =
  | { readonly ok: true; readonly value: CheckoutForm }
  | { readonly ok: false; readonly errors: Partial<Record<CheckoutField, string>>; readonly typed: Partial<Record<CheckoutField, string>> }

/** Reads a submitted form, or a Map of its fields; `typed` gives back what was there, so that nothing has to be typed twice. */
export function parseCheckout(form: { get(field: string): unknown }): ParsedCheckout {
  const typed = Object.fromEntries(
    checkoutFields.map((field) => {
      const value = form.get(field)
      return [field, typeof value === 'string' ? value.slice(0, 300) : '']
    }),
  ) as Record<CheckoutField, string>
  const person = contact.safeParse(typed)
  const kind = z.enum(deliveryKinds).safeParse(typed.delivery)
  const needsAddress = kind.success && deliveryOption(kind.data).needsAddress
  // What is typed into an address that is not asked for is not kept.
  const place = needsAddress ? address.safeParse(typed) : { success: true as const, data: {}, error: undefined }
  if (person.success && place.success) return { ok: true, value: { ...person.data, ...place.data } }
  const errors: Partial<Record<CheckoutField, string>> = {}
  for (const issue of [...(person.error?.issues ?? []), ...(place.error?.issues ?? [])]) {
    const field = issue.path[0] as CheckoutField
    errors[field] ??= issue.message
  }
  return { ok: false, errors, typed }
}
