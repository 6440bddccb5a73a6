import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import '@/app/desk.css'
import './sandbox.css'
import { Typeface } from '@/app/typeface'
import { ErrorWords } from '@/components/admin/error-words'
import { words } from '@/lib/i18n'
import { sandboxLocale } from './place'

export const viewport: Viewport = { width: 'device-width', initialScale: 1, viewportFit: 'cover' }

export async function generateMetadata(): Promise<Metadata> {
  const locale = await sandboxLocale()
  const title = `${words(locale, 'sandbox')('title')} · ${words(locale, 'common')('shopName')}`
  return {
    title: { default: title, template: `%s · ${title}` },
    robots: { index: false, follow: false },
    formatDetection: { telephone: false },
  }
}

export default async function Layout({ children }: { children: ReactNode }) {
  const locale = await sandboxLocale()
  const t = words(locale, 'admin')
  return (
    <html lang={locale}>
      <head>
        <meta name="color-scheme" content="light dark" />
        <Typeface />
      </head>
      <body>
        <ErrorWords value={{ title: t('error.title'), text: t('error.text'), again: t('error.again') }}>{children}</ErrorWords>
      </body>
    </html>
  )
}
