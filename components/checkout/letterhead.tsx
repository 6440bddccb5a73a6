import { Mark } from '@/components/shop/mark'
import { words, type Locale } from '@/lib/i18n'

/** On paper alone: whose order it was. A receipt names the seller. */
export function Letterhead({ locale }: { locale: Locale }) {
  const t = words(locale, 'shop')
  return (
    <div className="hidden items-end justify-between gap-8 border-b border-line pb-5 text-sm print:flex">
      <p className="flex items-center gap-2.5 font-display text-2xl font-bold tracking-tight">
        <Mark className="size-7 text-accent" />
        {words(locale, 'common')('shopName')}
      </p>
      <p className="text-right text-muted">
        {t('about.nameValue')}
        <br />
        {t('about.addressValue')}
        <br />
        {t('about.id')} {t('about.idValue')} · {t('about.vat')} {t('about.vatValue')}
      </p>
    </div>
  )
}
