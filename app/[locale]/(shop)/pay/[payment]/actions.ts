'use server'

import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { definePublicAction } from '@/lib/actions'
import { clientAddress } from '@/lib/auth/client-address'
import { keepCartId } from '@/lib/cart/cookie'
import { env } from '@/lib/env'
import { done, refused } from '@/lib/form-state'
import { defaultLocale, locales } from '@/lib/i18n'
import { idPattern } from '@/lib/ids'
import { gsm } from '@/lib/orders/checkout-schema'
import { returnToCart } from '@/lib/orders/commands'
import { orderOfToken } from '@/lib/orders/token'
import { cancelPayment } from '@/lib/payments/cancel'
import { giveUp, renewYes } from '@/lib/payments/capture'
import { readWaitingRoom } from '@/lib/payments/read'
import { tryAgain } from '@/lib/payments/start'

// The id of a payment is the permission to act for its shopper.
const paymentId = z.string('notFound').regex(idPattern, 'notFound')
const locale = z.enum(locales).catch(defaultLocale)
const againSchema = z.object({ paymentId, locale, phone: gsm })
const cartSchema = z.object({ paymentId, locale })

/** Asks for an end without money. Field: paymentId. What came of it is what the page then shows. */
export const cancel = definePublicAction({
  schema: z.object({ paymentId }),
  handler: async ({ paymentId }) => {
    const asked = await cancelPayment(paymentId, { actor: 'shopper', who: 'shopper' })
    refresh()
    return asked === 'not_found' ? refused('notFound') : done(null)
  },
})

/** After a cancel that came too late: the shopper wants it after all (`yes`), or means it. Fields: paymentId, answer. */
export const answerYesOrNo = definePublicAction({
  schema: z.object({ paymentId, answer: z.enum(['yes', 'no'], 'notFound') }),
  handler: async ({ paymentId, answer }) => {
    const outcome = answer === 'yes' ? await renewYes(paymentId) : await giveUp(paymentId)
    refresh()
    return outcome === 'ok' ? done(null) : refused('over')
  },
})

/** Another payment for the same order, to this number. Fields: paymentId, phone, locale. */
export const payAgain = definePublicAction<typeof againSchema, null>({
  schema: againSchema,
  handler: async ({ paymentId, locale, phone }) => {
    // The page may have been open for days, and anybody can send anything.
    if (!(await readWaitingRoom(paymentId))) return refused('notFound')
    const client = clientAddress((await headers()).get('x-forwarded-for'), env().trustedProxyHops) ?? undefined
    const result = await tryAgain({ paymentId, phone, client })
    switch (result.kind) {
      case 'started':
      case 'existing':
        redirect(`/${locale}/pay/${result.paymentId}`)
      case 'too_many_tries':
        return refused('tooManyTries')
      case 'not_now':
        return refused('notNow')
      default:
        refresh()
        return refused('orderClosed')
    }
  },
})

/** Closes the unpaid order and puts its goods back into the cart. Fields: paymentId, locale. */
export const backToCart = definePublicAction<typeof cartSchema, null>({
  schema: cartSchema,
  handler: async ({ paymentId, locale }) => {
    const room = await readWaitingRoom(paymentId)
    const orderId = room && orderOfToken(room.order.token)
    if (!orderId) return refused('notFound')
    if ((await returnToCart(orderId, await keepCartId())) === 'ok') redirect(`/${locale}/cart`)
    refresh()
    return refused('stillPaying')
  },
})
