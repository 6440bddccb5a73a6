import { cookies } from 'next/headers'
import { defaultLocale, isLocale, type Locale } from './index'

/** The language of pages without one in their address: the admin and the sandbox. */
export async function cookieLocale(): Promise<Locale> {
  const chosen = (await cookies()).get('locale')?.value ?? ''
  return isLocale(chosen) ? chosen : defaultLocale
}

/** Somebody who buys in a language wants the phone of the sandbox in it too; what they chose themselves stays. */
export async function keepLocaleUnlessChosen(locale: Locale): Promise<void> {
  if (!(await cookies()).has('locale')) await keepLocale(locale)
}

export async function keepLocale(locale: Locale): Promise<void> {
  const jar = await cookies()
  jar.set('locale', locale, { path: '/', maxAge: 365 * 24 * 60 * 60, sameSite: 'lax' })
}
