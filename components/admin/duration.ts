import { words, type Locale } from '@/lib/i18n'

/** "340 ms", "1.2 s", "5 min", "3 h": as precise as one cares about at that length. */
export function durationText(ms: number, locale: Locale): string {
  const t = words(locale, 'admin')
  const point = (value: string) => (locale === 'is' ? value.replace('.', ',') : value)
  if (ms < 1000) return t('unit.ms', { value: String(Math.round(ms)) })
  if (ms < 60_000) return t('unit.s', { value: point((ms / 1000).toFixed(ms < 10_000 ? 1 : 0)) })
  if (ms < 3_600_000) return t('unit.min', { value: String(Math.round(ms / 60_000)) })
  return t('unit.h', { value: String(Math.round(ms / 3_600_000)) })
}
