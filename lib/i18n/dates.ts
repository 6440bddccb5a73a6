// Dates as people in Iceland read them. On the server only: Chromium has no Icelandic in Intl.
import type { Locale } from './index'

const timeZone = 'Atlantic/Reykjavik'
const language: Record<Locale, string> = { is: 'is', en: 'en-GB' }
const formats = new Map<string, Intl.DateTimeFormat>()

function format(locale: Locale, date: Date, options: Intl.DateTimeFormatOptions): string {
  const key = locale + JSON.stringify(options)
  const known = formats.get(key)
  if (known) return known.format(date)
  const made = new Intl.DateTimeFormat(language[locale], { timeZone, hourCycle: 'h23', ...options })
  formats.set(key, made)
  return made.format(date)
}

/** "21. nóv. 2026", "21 Nov 2026". */
export const formatDay = (date: Date, locale: Locale): string => format(locale, date, { day: 'numeric', month: 'short', year: 'numeric' })

/** "21. nóv.", "21 Nov": of a year that goes without saying. */
export const formatDayOfYear = (date: Date, locale: Locale): string => format(locale, date, { day: 'numeric', month: 'short' })

/** "laugardagur 21. nóvember", "Saturday 21 November": to head what happened on one day. */
export const formatLongDay = (date: Date, locale: Locale): string =>
  format(locale, date, { weekday: 'long', day: 'numeric', month: 'long' })

/** "04:05". */
export const formatTime = (date: Date, locale: Locale): string => format(locale, date, { hour: '2-digit', minute: '2-digit' })

/** "04:05:06". */
export const formatClock = (date: Date, locale: Locale): string =>
  format(locale, date, { hour: '2-digit', minute: '2-digit', second: '2-digit' })

/** Two dates on the same day of Iceland's calendar. */
export const sameDay = (a: Date, b: Date): boolean => formatDay(a, 'en') === formatDay(b, 'en')

/** "þriðjudagur", "Tuesday": the days of the week from Monday, which is 1. The 1st of January 2024 was one. */
export const weekdayName = (weekday: number, locale: Locale): string =>
  format(locale, new Date(Date.UTC(2024, 0, weekday)), { weekday: 'long' })

/** "þri., 24. nóv. 2026", "Tue, 24 Nov 2026". */
export const formatWeekday = (date: Date, locale: Locale): string =>
  format(locale, date, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })
