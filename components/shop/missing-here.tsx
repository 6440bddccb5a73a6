import { words, type Locale } from '@/lib/i18n'
import { Mark } from './mark'
import { Missing } from './missing'

// The framework's document for what is missing has no stylesheet either.
const look = [
  ':root{color-scheme:light dark;font:1.125rem/1.55 system-ui,sans-serif}',
  'body{margin:0;background:light-dark(#f5f1e9,#171513);color:light-dark(#211d1a,#f2ece2);accent-color:#b0361a}',
  'main{max-width:32rem;margin:auto;padding:18vh 1.25rem 3rem}svg{width:3rem;color:light-dark(#b0361a,#f28b62)}',
  'h1{margin:1rem 0 .5rem;font-size:2.75rem;line-height:1.08;letter-spacing:-.025em}',
  'input,button{font:inherit;min-height:3rem;padding:0 1.25rem;border:1px solid #8d8376;border-radius:9rem;margin:0 .5rem .5rem 0}',
  'input{background:light-dark(#fdfbf7,#211e1b);color:inherit}::placeholder{color:light-dark(#665e55,#b1a79a)}',
  'button{background:light-dark(#b0361a,#f28b62);color:light-dark(#fff8f2,#23100a);border:0;font-weight:600}',
  'a{display:inline-block;padding:.75rem 0;color:inherit;text-underline-offset:4px}',
].join('')

/** Nothing of that name: status 404, in the shop where scripts run, and the same words where none do. */
export function MissingHere({ locale }: { locale: Locale }) {
  const t = words(locale, 'common')
  return (
    <Missing>
      <style>{look}</style>
      <main lang={locale}>
        <Mark />
        <h1>{t('notFound.title')}</h1>
        <p>{t('notFound.text')}</p>
        <form role="search" action={`/${locale}/search`}>
          <input type="search" name="q" aria-label={t('header.searchLabel')} placeholder={t('header.searchPlaceholder')} maxLength={120} />
          <button type="submit">{t('header.search')}</button>
        </form>
        <a href={`/${locale}`}>{t('notFound.home')}</a>
      </main>
    </Missing>
  )
}
