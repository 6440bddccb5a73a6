import type { ReactNode } from 'react'
import { HoverLink } from '@/components/ui/hover-link'
import { words, type Locale } from '@/lib/i18n'
import { formatMoney, isk } from '@/lib/money'

type ProductDetailsProps = { locale: Locale; weight: number; garment: string; post: number; home: number }

/** What one wants to know before buying: the wool, its care, how it comes and how it goes back. */
export function ProductDetails({ locale, weight, garment, post, home }: ProductDetailsProps) {
  const t = words(locale, 'shop')
  return (
    <div className="folds">
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
    <details {...(open && { open })}>
      <summary>
        {title}
        <span aria-hidden>+</span>
      </summary>
      <div>
        <p>{children}</p>
        {more && (
          <HoverLink href={more.href} className="line-link w-fit underline">
            {more.label}
          </HoverLink>
        )}
      </div>
    </details>
  )
}
