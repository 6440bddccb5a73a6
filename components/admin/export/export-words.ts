import { words, type Locale } from '@/lib/i18n'

export type ExportWords = ReturnType<typeof exportWords>

/** What is said while a file is fetched; `{done}` and `{all}` are filled in where it is. */
export function exportWords(locale: Locale) {
  const f = words(locale, 'figures')
  return {
    begins: f('file.begins'),
    of: f('file.of', { done: '{done}', all: '{all}' }),
    lines: f('file.lines', { done: '{done}' }),
    cancel: f('file.cancel'),
    failed: f('file.failed'),
    ready: f('file.ready'),
    group: locale === 'is' ? '.' : ',',
  }
}
