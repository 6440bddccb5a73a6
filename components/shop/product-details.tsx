import type { ReactNode } from 'react'
import { HoverLink } from '@/components/ui/hover-link'
import { words, type Locale } from '@/lib/i18n'
import { formatMoney, isk } from '@/lib/money'

type ProductDetailsProps = { locale: Locale; weight: number; garment: string; post: number; home: number }

/** What one wants to know before buying: the wool, its care, how it comes and how it goes back. */
export function ProductDetails({ locale, weight, garment, post, home }: ProductDetailsProps) {
  const t = words(locale, 'shop')
  return (
    <div className="border-t border-line">
      {garment !== 'booklet' && (
        <>
          <Detail title={t('product.wool')} open>
            {t('product.woolText', { weight })}
          </Detail>
          <Detail title={t('product.care')}>{t('product.careText')}</Detail>
        </>
      )}
      <Detail title={t('product.delivery')} more={{ label: t('product.deliveryMore'), href: `/${locale}/delivery` }}>
        {t('product.deliveryText', { post: formatMoney(isk(post), locale), home: formatMoney(isk(home), locale) })}
      </Detail>
      <Detail title={t('product.returns')} more={{ label: t('product.returnsMore'), href: `/${locale}/returns` }}>
        {t('product.returnsText')}
      </Detail>
    </div>
  )
}

type DetailProps = { title: string; open?: boolean; more?: { label: string; href: string }; children: ReactNode }

function Detail({ title, open, more, children }: DetailProps) {
  return (
    <details open={open} className="group border-b border-line">
      <summary className="flex min-h-14 cursor-pointer list-none items-center justify-between gap-4 text-lg font-semibold [&::-webkit-details-marker]:hidden">
        {title}
        <span aria-hidden className="text-2xl text-accent transition-transform group-open:rotate-45">
          +
        </span>
      </summary>
      <div className="grid gap-1 pb-4">
        <p>{children}</p>
        {more && (
          <HoverLink href={more.href} className="inline-flex min-h-11 w-fit items-center underline underline-offset-4">
            {more.label}
          </HoverLink>
        )}
      </div>
    </details>
  )
}
