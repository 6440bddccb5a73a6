import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { Locale } from '@/lib/i18n'
import { shopperOfCookie } from './session'

/** A person with an account, whose address was checked. Never somebody who works here: that is another table, and another cookie. */
export type Shopper = { readonly id: string; readonly email: string; readonly name: string }

/** Who asks, read from the database once in each request. */
export const currentShopper = cache((): Promise<Shopper | null> => shopperOfCookie())

/** Where a sign-in may lead: named, so that no address can. */
export const afterSignIn = { account: '/account', data: '/account/data', checkout: '/checkout' } as const
export type AfterSignIn = keyof typeof afterSignIn

export const isAfterSignIn = (name: unknown): name is AfterSignIn => typeof name === 'string' && Object.hasOwn(afterSignIn, name)

export const signInAddress = (locale: Locale, next: AfterSignIn): string => `/${locale}/sign-in?next=${next}`

/** For pages: a stranger is sent to the sign-in and comes back. */
export async function requireShopper(locale: Locale, page: AfterSignIn): Promise<Shopper> {
  return (await currentShopper()) ?? redirect(signInAddress(locale, page))
}
