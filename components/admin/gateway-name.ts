import { words, type Locale } from '@/lib/i18n'

const known = ['netgiro', 'nets-easy', 'v3'] as const

/** A gateway as people call it; one we have no word for goes by its own name. */
export function gatewayName(gateway: string, locale: Locale): string {
  const name = known.find((one) => one === gateway)
  return name ? words(locale, 'admin')(`gateway.${name}`) : gateway
}
