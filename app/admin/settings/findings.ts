// What a test of a gateway found, in the reader's words; from the test itself, or from what the audit kept of it.
import { z } from 'zod'
import type { Finding } from '@/components/admin/settings/gateway-check'
import { words, type Locale } from '@/lib/i18n'

const connection = z.object({
  verdict: z.enum(['accepted', 'refused', 'badly_signed', 'strange', 'no_answer', 'not_reached']),
  durationMs: z.number(),
  httpStatus: z.number().optional(),
  code: z.string().optional(),
  said: z.string().optional(),
  providerRef: z.string().optional(),
})

const selfTest = z.object({
  verdict: z.enum([
    'good',
    'not_reached',
    'no_answer',
    'protected',
    'redirected',
    'wrong_path',
    'wrong_origin',
    'headers_dropped',
    'changed',
    'failed',
  ]),
  origin: z.string(),
  status: z.number().optional(),
  location: z.string().optional(),
  onlyHere: z.boolean(),
})

/** Null for what cannot be read: an entry of an older version, say. */
export function connectionFinding(found: unknown, locale: Locale): Finding | null {
  const { data } = connection.safeParse(found)
  if (!data) return null
  const t = words(locale, 'keeping')
  return {
    tone: data.verdict === 'accepted' ? 'good' : 'bad',
    title: t(`connection.${data.verdict}.title`),
    text: t(`connection.${data.verdict}.text`),
    facts: [
      { term: t('check.status'), value: data.httpStatus },
      { term: t('check.code'), value: data.code },
      { term: t('check.said'), value: data.said },
      { term: t('check.providerRef'), value: data.providerRef, code: true },
      { term: t('check.duration'), value: t('check.milliseconds', { ms: data.durationMs }) },
    ],
  }
}

export function selfTestFinding(found: unknown, locale: Locale): Finding | null {
  const { data } = selfTest.safeParse(found)
  if (!data) return null
  const t = words(locale, 'keeping')
  const good = data.verdict === 'good'
  return {
    tone: good ? (data.onlyHere ? 'warn' : 'good') : data.verdict === 'headers_dropped' ? 'warn' : 'bad',
    title: t(`selfTest.${data.verdict}.title`),
    text: t(`selfTest.${data.verdict}.text`),
    note: data.onlyHere ? t('selfTest.onlyHere') : undefined,
    facts: [
      { term: t('check.origin'), value: data.origin, code: true },
      { term: t('check.location'), value: data.location, code: true },
      { term: t('check.status'), value: data.status },
    ],
  }
}
