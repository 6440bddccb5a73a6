import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { IntlError, IntlErrorCode } from 'use-intl'
import { createTranslator } from 'use-intl/core'
import { describe, expect, it } from 'vitest'
import { locales, negotiate, type Locale } from '@/lib/i18n'

const folder = path.join(import.meta.dirname, '../../lib/i18n/messages')
const files = (locale: Locale) => readdirSync(path.join(folder, locale)).filter((name) => name.endsWith('.json'))
const read = (locale: Locale, file: string): unknown => JSON.parse(readFileSync(path.join(folder, locale, file), 'utf8'))

/** Every text of a file by its dotted key; what is no text stands as null. */
function flatten(node: unknown, prefix = ''): [string, string | null][] {
  if (typeof node === 'string') return [[prefix, node]]
  if (typeof node !== 'object' || node === null) return [[prefix, null]]
  return Object.entries(node).flatMap(([key, value]) => flatten(value, prefix ? `${prefix}.${key}` : key))
}

/** The values a message asks for, read from what the formatter complains about when it gets none of them. */
function argumentsOf(locale: Locale, text: string): { wanted: string[]; broken: string | null } {
  const values: Record<string, number> = {}
  for (;;) {
    let problem: IntlError | undefined
    const t = createTranslator({ locale, messages: { text }, onError: (error) => (problem = error), getMessageFallback: () => '' })
    const tags = Object.fromEntries([...text.matchAll(/<(\w+)>/g)].map(([, tag]) => [tag, (inner: string) => inner]))
    t.markup('text' as never, { ...values, ...tags } as never)
    if (!problem) return { wanted: [...Object.keys(values), ...Object.keys(tags)].sort(), broken: null }
    const missing = /variable "(\w+)" was not provided/.exec(problem.message)?.[1]
    if (problem.code === IntlErrorCode.FORMATTING_ERROR && missing && !(missing in values)) values[missing] = 2
    else return { wanted: [], broken: problem.message }
  }
}

describe.each(files('is'))('the words in %s', (file) => {
  const texts = { is: flatten(read('is', file)), en: flatten(read('en', file)) }

  it('are the same in both languages, key by key', () => {
    expect(texts.en.map(([key]) => key)).toEqual(texts.is.map(([key]) => key))
  })

  it('are all texts, and none is empty', () => {
    for (const locale of locales) expect(texts[locale].filter(([, text]) => !text?.trim())).toEqual([])
  })

  it('are valid messages that ask for the same values', () => {
    const english = new Map(texts.en)
    for (const [key, text] of texts.is) {
      const is = argumentsOf('is', text ?? '')
      const en = argumentsOf('en', english.get(key) ?? '')
      expect(is, key).toEqual(en)
      expect(is.broken, key).toBeNull()
    }
  })

  it('are not forgotten in the other language', () => {
    const english = new Map(texts.en)
    const sentences = texts.is.filter(([, text]) => (text ?? '').split(' ').length > 4)
    expect(sentences.filter(([key, text]) => english.get(key) === text)).toEqual([])
  })
})

it('each language has the same files', () => {
  expect(files('en')).toEqual(files('is'))
})

describe('the language for a browser', () => {
  it.each([
    [null, 'is'],
    ['', 'is'],
    ['is-IS,is;q=0.9,en;q=0.8', 'is'],
    ['en-GB,en;q=0.9', 'en'],
    ['en;q=0.5,is;q=0.9', 'is'],
    ['de-DE,de;q=0.9', 'en'],
    ['de,is;q=0.1', 'is'],
    ['*', 'is'],
    ['is;q=0,en', 'en'],
    [';;;,,', 'is'],
  ])('%j gets %s', (header, locale) => {
    expect(negotiate(header)).toBe(locale)
  })
})
