'use client'

import { useParams } from 'next/navigation'
import { Button, buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import en from '@/lib/i18n/messages/en/error.json'
import is from '@/lib/i18n/messages/is/error.json'

/** A page that failed, inside the shop that did not. The server's log has the reason. */
export default function ShopError({ retry }: { error: unknown; retry: () => void }) {
  const { locale } = useParams<{ locale: string }>()
  const t = locale === 'en' ? en : is
  return (
    <div role="alert">
      <EmptyState headingLevel="h1" title={t.title} className="py-24 lg:py-32">
        <p className="text-xl text-muted">{t.text}</p>
        <div className="mt-4 flex flex-wrap justify-center gap-3">
          <Button onClick={retry}>{t.retry}</Button>
          <a href={`/${locale}`} className={buttonClass({ variant: 'ghost' })}>
            {t.home}
          </a>
        </div>
      </EmptyState>
    </div>
  )
}
