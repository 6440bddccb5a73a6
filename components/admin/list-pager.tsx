import { ChevronLeft, ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { buttonClass } from '@/components/ui/button'
import { words, type Locale } from '@/lib/i18n'

type ListPagerProps = { locale: Locale; /** Null where there is no such page. */ first: string; back: string | null; further: string | null }

/** The ways to the neighbouring pages of a list that is read by key. */
export function ListPager({ locale, first, back, further }: ListPagerProps) {
  const t = words(locale, 'admin')
  if (!back && !further) return null
  const look = buttonClass({ variant: 'secondary', size: 'small' })
  return (
    <nav aria-label={t('list.pages')} className="flex flex-wrap justify-end gap-2">
      {back && (
        <>
          <Link href={first} prefetch={false} className={buttonClass({ variant: 'ghost', size: 'small' })}>
            {t('list.first')}
          </Link>
          <Link href={back} prefetch={false} rel="prev" className={look}>
            <ChevronLeft aria-hidden className="size-4" />
            {t('list.back')}
          </Link>
        </>
      )}
      {further && (
        <Link href={further} prefetch={false} rel="next" className={look}>
          {t('list.further')}
          <ChevronRight aria-hidden className="size-4" />
        </Link>
      )}
    </nav>
  )
}
