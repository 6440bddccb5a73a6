// Dates are written on the server: Chromium has no Icelandic, and the shop's clock is Iceland's.
import type { Locale } from '@/lib/i18n'

const formats = {
  is: new Intl.DateTimeFormat('is-IS', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Atlantic/Reykjavik' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Atlantic/Reykjavik' }),
}

/** "21. nóvember 2026 kl. 14:03" and "21 November 2026 at 14:03", in Iceland's time. */
export const formatDateTime = (date: Date, locale: Locale): string => formats[locale].format(date)
