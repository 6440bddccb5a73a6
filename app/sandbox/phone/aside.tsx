import { words, type Locale } from '@/lib/i18n'

/** What a visitor on a wide screen wants to know about the thing beside it. */
export function Aside({ locale }: { locale: Locale }) {
  const t = words(locale, 'sandbox')
  return (
    <div className="grid gap-5">
      <p className="text-4xl leading-none font-bold tracking-tight text-ink">{t('phone.title')}</p>
      <p>{t('phone.intro')}</p>
      <p className="text-base">
        <a
          href="/sandbox#numbers"
          className="inline-flex min-h-11 items-center text-ink underline decoration-line-strong underline-offset-4 hover:decoration-ink"
        >
          {t('home.numbersTitle')}
        </a>
      </p>
    </div>
  )
}
