import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import '@/app/shop.css'
import { Typeface } from '@/app/typeface'
import { siteOrigin } from '@/lib/env'
import { defaultLocale, isLocale, words } from '@/lib/i18n'

type Props = { params: Promise<{ locale: string }>; children: ReactNode }

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f5f1e9' },
    { media: '(prefers-color-scheme: dark)', color: '#171513' },
  ],
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = words(isLocale(locale) ? locale : defaultLocale, 'common')
  return {
    metadataBase: new URL(siteOrigin()),
    title: { default: `${t('shopName')} · ${t('tagline')}`, template: `%s · ${t('shopName')}` },
    description: t('description'),
    formatDetection: { telephone: false },
  }
}

export default async function Layout({ params, children }: Props) {
  const { locale } = await params
  return (
    <html lang={isLocale(locale) ? locale : defaultLocale}>
      <head>
        {/* Here, not in `viewport`: exchanged with the page, it would have the browser style all of it anew. */}
        <meta name="color-scheme" content="light dark" />
        <Typeface />
      </head>
      <body>{children}</body>
    </html>
  )
}
