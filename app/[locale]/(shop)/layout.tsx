import type { ReactNode } from 'react'
import { Footer } from '@/components/shop/footer'
import { Header } from '@/components/shop/header'
import { SoftNavigation } from '@/components/ui/soft-navigation'
import { defaultLocale, isLocale, words } from '@/lib/i18n'

/** The shop around every page of it. Pages put their content straight into <main>. */
export default async function Layout({ params, children }: { params: Promise<{ locale: string }>; children: ReactNode }) {
  const { locale: asked } = await params
  const locale = isLocale(asked) ? asked : defaultLocale
  const t = words(locale, 'common')
  return (
    <div className="flex min-h-dvh flex-col">
      <a href="#main" className="skip-link">
        {t('skip')}
      </a>
      <SoftNavigation />
      <Header locale={locale} />
      <main id="main" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      <Footer locale={locale} />
    </div>
  )
}
