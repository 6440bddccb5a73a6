import { HoverLink } from '@/components/ui/hover-link'
import { words, type Locale } from '@/lib/i18n'
import { departments } from './departments'
import { KnitBand } from './knit-band'
import { Mark } from './mark'

const help = ['delivery', 'returns', 'terms'] as const

export function Footer({ locale }: { locale: Locale }) {
  const t = words(locale, 'common')
  return (
    <footer className="mt-24 print:hidden">
      <KnitBand motif="mountains" className="-mb-2 h-12 text-sunken lg:h-16" />
      <div className="relative bg-sunken">
        <div className="mx-auto grid max-w-page grid-cols-2 gap-x-8 gap-y-10 px-4 pt-10 pb-14 sm:px-6 lg:grid-cols-[3fr_3fr_2fr_2fr]">
          <div className="col-span-2 grid max-w-md content-start gap-4 lg:col-span-1 lg:max-w-sm">
            <p className="flex items-center gap-2.5 font-display text-2xl font-bold tracking-tight">
              <Mark className="size-7 text-accent" />
              {t('shopName')}
            </p>
            <p className="text-muted">{t('footer.drawn')}</p>
            <p className="text-muted">{t('footer.demo')}</p>
          </div>
          <nav aria-labelledby="footer-shop" className="footer-links">
            <h2 id="footer-shop">{t('footer.shop')}</h2>
            <div className="grid content-start gap-x-8 gap-y-1 sm:grid-flow-col sm:grid-rows-5">
              {departments.map((slug) => (
                <HoverLink key={slug} href={`/${locale}/c/${slug}`}>
                  {t(`departments.${slug}`)}
                </HoverLink>
              ))}
            </div>
          </nav>
          <div className="grid content-start gap-10 lg:contents">
            <nav aria-labelledby="footer-help" className="footer-links">
              <h2 id="footer-help">{t('footer.help')}</h2>
              {help.map((page) => (
                <HoverLink key={page} href={`/${locale}/${page}`}>
                  {t(`footer.${page}`)}
                </HoverLink>
              ))}
              <HoverLink href={`/${locale}/find-order`}>{t('footer.findOrder')}</HoverLink>
              <HoverLink href={`/${locale}/account`}>{t('footer.account')}</HoverLink>
            </nav>
            <nav aria-labelledby="footer-about" className="footer-links">
              <h2 id="footer-about">{t('footer.about')}</h2>
              <HoverLink href={`/${locale}/about`}>{t('footer.seller')}</HoverLink>
              <HoverLink href={`/${locale}/netgiro`}>{t('footer.netgiro')}</HoverLink>
            </nav>
          </div>
        </div>
      </div>
    </footer>
  )
}
