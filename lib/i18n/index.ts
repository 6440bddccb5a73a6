import { createTranslator } from 'use-intl/core'
import * as en from './messages/en'
import * as is from './messages/is'

export const locales = ['is', 'en'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale: Locale = 'is'

const messages = { is, en } satisfies Record<Locale, typeof is>
export type Namespace = keyof typeof is

export const isLocale = (text: string): text is Locale => (locales as readonly string[]).includes(text)

/** The words of one part of the shop. On the server only: the messages never travel to the browser whole. */
export function words<N extends Namespace>(locale: Locale, namespace: N) {
  return createTranslator<typeof is, N>({ locale, messages: messages[locale], namespace })
}

/** The best of ours for an Accept-Language header; Icelandic when nothing fits. */
export function negotiate(acceptLanguage: string | null): Locale {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().toLowerCase().split(';')
      const q = Number(params.find((p) => p.trim().startsWith('q='))?.split('=')[1] ?? 1)
      return { language: tag.split('-')[0] ?? '', q: Number.isFinite(q) ? q : 0 }
    })
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q)
  for (const { language } of wanted) if (isLocale(language)) return language
  // Somebody who asked for other languages only reads English more likely than Icelandic.
  return wanted.length && wanted.some((w) => w.language && w.language !== '*') ? 'en' : defaultLocale
}
