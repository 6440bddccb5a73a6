import { buttonClass } from '@/components/ui/button'
import { HoverLink } from '@/components/ui/hover-link'
import { words, type Locale } from '@/lib/i18n'

/** The first screen: what the place is about, and a yoke to fall into. */
export function Hero({ locale }: { locale: Locale }) {
  const t = words(locale, 'shop')
  return (
    <section className="relative isolate -mt-px overflow-hidden">
      <div className="mx-auto grid min-h-[min(44rem,calc(100svh-7rem))] max-w-page content-start px-4 pt-8 pb-[26rem] sm:px-6 sm:pb-[34rem] md:content-center md:py-20 lg:min-h-[min(52rem,calc(100svh-5rem))]">
        <div className="grid max-w-xl gap-6 lg:max-w-2xl">
          <h1 className="text-[clamp(3rem,1.5rem+6vw,6.75rem)] leading-[0.94] font-bold tracking-[-0.04em]">{t('home.title')}</h1>
          <p className="max-w-md text-lg sm:text-xl lg:text-2xl lg:leading-snug">{t('home.lead')}</p>
          <p className="flex flex-wrap gap-3 pt-1">
            <HoverLink href={`/${locale}/c/lopapeysur`} className={buttonClass({ size: 'large' })}>
              {t('home.browse')}
            </HoverLink>
            <HoverLink href={`/${locale}/netgiro`} className={buttonClass({ variant: 'ghost', size: 'large', className: 'px-4' })}>
              {t('home.howToPay')}
            </HoverLink>
          </p>
        </div>
      </div>
    </section>
  )
}
