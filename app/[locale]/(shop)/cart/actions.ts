'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { definePublicAction } from '@/lib/actions'
import { addLine, removeLine, setLineQuantity } from '@/lib/cart/commands'
import { keepCartId, readCartId } from '@/lib/cart/cookie'
import { quantitySchema, variantIdSchema } from '@/lib/cart/rules'
import { done } from '@/lib/form-state'
import { defaultLocale, locales } from '@/lib/i18n'
import { cartAnswer } from './answer'

// A language nobody has is no reason to lose a line: the message comes in ours.
const locale = z.enum(locales).catch(defaultLocale)

/** Fields: variantId, quantity (how many more), locale. */
export const addToCart = definePublicAction({
  schema: z.object({ locale, variantId: variantIdSchema, quantity: quantitySchema }),
  handler: async ({ locale, variantId, quantity }) => {
    const result = await addLine(await keepCartId(), variantId, quantity)
    return done(cartAnswer(result, 'add', locale))
  },
})

/** Fields: variantId, quantity (how many in all), locale. */
export const setQuantity = definePublicAction({
  schema: z.object({ locale, variantId: variantIdSchema, quantity: quantitySchema }),
  handler: async ({ locale, variantId, quantity }) => {
    const result = await setLineQuantity(await keepCartId(), variantId, quantity)
    refresh()
    return done(cartAnswer(result, 'set', locale))
  },
})

/** Field: variantId. */
export const removeFromCart = definePublicAction({
  schema: z.object({ variantId: variantIdSchema }),
  handler: async ({ variantId }) => {
    const cartId = await readCartId()
    if (cartId) await removeLine(cartId, variantId)
    refresh()
    return done(null)
  },
})
