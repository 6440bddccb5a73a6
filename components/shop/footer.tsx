import { words, type Locale } from '@/lib/i18n'
import { departments } from './departments'
import { KnitBand } from './knit-band'
import { Links } from './links'
import { Mark } from './mark'

const help = [
  ['/delivery', 'delivery'],
  ['/returns', 'returns'],
  ['/terms', 'terms'],
  ['/find-order', 'findOrder'],
  ['/account', 'account'],
] as const

export function Footer({ locale }: { locale: Locale }) {
  const t = words(locale, 'common')
  return (
    <footer className="far mt-24 print:hidden">
      <KnitBand motif="mountains" className="-mb-2 h-12 text-sunken lg:h-16" />
      <div className="relative bg-sunken">
        <div className="footer-grid">
          <div className="col-span-2 grid max-w-md content-start gap-4 md:col-span-3 lg:col-span-1 lg:max-w-sm">
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
              <Links base={`/${locale}`} links={departments.map((slug) => [`/c/${slug}`, t(`departments.${slug}`)])} />
            </div>
          </nav>
          <div className="grid content-start gap-10 md:contents">
            <nav aria-labelledby="footer-help" className="footer-links">
              <h2 id="footer-help">{t('footer.help')}</h2>
              <Links base={`/${locale}`} links={help.map(([path, word]) => [path, t(`footer.${word}`)])} />
            </nav>
            <nav aria-labelledby="footer-about" className="footer-links">
              <h2 id="footer-about">{t('footer.about')}</h2>
              <Links
                base={`/${locale}`}
                links={[
                  ['/about', t('footer.seller')],
                  ['/netgiro', t('footer.netgiro')],
                ]}
              />
            </nav>
          </div>
        </div>
      </div>
    </footer>
  )
}
