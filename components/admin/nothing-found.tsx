import Link from 'next/link'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { words, type Locale } from '@/lib/i18n'

type NothingFoundProps = { locale: Locale; /** What to say while nothing is filtered away. */ empty: { title: string; text: string }; filtered: boolean; path: string }

/** An empty list: either there is nothing yet, or nothing fits. */
export function NothingFound({ locale, empty, filtered, path }: NothingFoundProps) {
  const t = words(locale, 'admin')
  return (
    <EmptyState title={filtered ? t('list.noneTitle') : empty.title} className="w-full max-w-none rounded-card border border-dashed border-line-strong py-12">
      <p className="text-muted">{filtered ? t('list.noneText') : empty.text}</p>
      {filtered && (
        <Link href={path} className={buttonClass({ variant: 'secondary' })}>
          {t('list.showAll')}
        </Link>
      )}
    </EmptyState>
  )
}
