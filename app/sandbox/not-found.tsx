import { EmptyState } from '@/components/ui/empty-state'
import { buttonClass } from '@/components/ui/button'
import { words } from '@/lib/i18n'
import { sandboxLocale } from './place'

export default async function NotFound() {
  const locale = await sandboxLocale()
  const t = words(locale, 'sandbox')
  return (
    <main>
      <EmptyState title={t('notFound.title')} headingLevel="h1">
        <p className="text-lg text-muted">{t('notFound.text')}</p>
        <a href={`/${locale}`} className={buttonClass({ variant: 'secondary' })}>
          {t('notFound.shop')}
        </a>
      </EmptyState>
    </main>
  )
}
