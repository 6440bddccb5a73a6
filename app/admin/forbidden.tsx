import Link from 'next/link'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { words } from '@/lib/i18n'
import { cookieLocale } from '@/lib/i18n/cookie'

export default async function Forbidden() {
  const t = words(await cookieLocale(), 'admin')
  return (
    <EmptyState title={t('forbidden.title')} headingLevel="h1">
      <p className="text-muted">{t('forbidden.text')}</p>
      <Link href="/admin" className={buttonClass({ variant: 'secondary' })}>
        {t('forbidden.back')}
      </Link>
    </EmptyState>
  )
}
