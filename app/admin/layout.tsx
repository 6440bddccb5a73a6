import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import '@/app/desk.css'
import { Typeface } from '@/app/typeface'
import { AdminHeader } from '@/components/admin/admin-header'
import { ErrorWords } from '@/components/admin/error-words'
import { atLeast, needed, type Role } from '@/lib/auth/roles'
import { currentStaff } from '@/lib/auth/staff'
import { words } from '@/lib/i18n'
import { cookieLocale } from '@/lib/i18n/cookie'
import { countOpenAttention } from '@/lib/payments/attention-queries'
import { chooseLanguage } from './language/actions'
import { signOut } from './sign-out/actions'

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f5f1e9' },
    { media: '(prefers-color-scheme: dark)', color: '#171513' },
  ],
}

export async function generateMetadata(): Promise<Metadata> {
  const locale = await cookieLocale()
  const name = words(locale, 'admin')('name', { shop: words(locale, 'common')('shopName') })
  return { title: { default: name, template: `%s · ${name}` }, robots: { index: false, follow: false }, formatDetection: { telephone: false } }
}

export default async function Layout({ children }: { children: ReactNode }) {
  const locale = await cookieLocale()
  // Without the database the page asks the same and fails: it says so in its own place, in a frame that still stands.
  const staff = await currentStaff().catch(() => null)
  const t = words(locale, 'admin')
  const mayDo = (role: Role) => staff !== null && atLeast(staff.role, role)
  const may = { read: mayDo(needed.read), sell: mayDo(needed.sell), audit: mayDo(needed.readAudit), reports: mayDo(needed.readReports) }
  const attention = may.read ? await countOpenAttention() : 0
  return (
    <html lang={locale}>
      <head>
        <meta name="color-scheme" content="light dark" />
        <Typeface />
      </head>
      <body className="flex min-h-dvh flex-col">
        <a href="#main" className="sr-only focus:not-sr-only focus:absolute focus:z-20 focus:m-2 focus:rounded-full focus:bg-surface focus:px-4 focus:py-3">
          {t('skip')}
        </a>
        <AdminHeader locale={locale} staff={staff} may={may} attention={attention} chooseLanguage={chooseLanguage} signOut={signOut} />
        <ErrorWords value={{ title: t('error.title'), text: t('error.text'), again: t('error.again') }}>
          <main id="main" className="mx-auto w-full max-w-page flex-1 px-4 pt-6 pb-20 sm:px-6">
            {children}
          </main>
        </ErrorWords>
      </body>
    </html>
  )
}
