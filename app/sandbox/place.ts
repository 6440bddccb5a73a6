import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { env } from '@/lib/env'
import { defaultLocale, isLocale, type Locale } from '@/lib/i18n'

export async function sandboxLocale(): Promise<Locale> {
  const chosen = (await cookies()).get('locale')?.value ?? ''
  return isLocale(chosen) ? chosen : defaultLocale
}

/** Every page of the sandbox begins here: there is none unless a gateway runs on it. */
export async function enterSandbox(): Promise<Locale> {
  if (!Object.values(env().modes).includes('sandbox')) notFound()
  return sandboxLocale()
}
