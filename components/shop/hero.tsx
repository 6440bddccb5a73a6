import { buttonClass } from '@/components/ui/button'
import { HoverLink } from '@/components/ui/hover-link'
import { words, type Locale } from '@/lib/i18n'
import { KnitBand } from './knit-band'

/** The first screen: what the place is about, and a yoke to fall into. */
export function Hero({ locale }: { locale: Locale }) {
  const t = words(locale, 'shop')
  return (
    <section className="relative isolate overflow-clip bg-[#151210] text-[#f5f1e9]">
      <div className="absolute top-[23rem] left-1/2 -z-10 w-[46rem] -translate-x-1/2 max-[22rem]:top-[27rem] sm:top-[27rem] sm:w-[60rem] lg:top-1/2 lg:left-[76%] lg:w-[max(62rem,78vw)] lg:-translate-y-1/2 xl:w-[max(68rem,76vw)]">
        <img
          src="/drawing/hero.svg"
          alt={t('home.heroPicture')}
          width={1200}
          height={1200}
          fetchPriority="high"
          className="w-full turn-with-scroll mask-radial-[closest-side] mask-radial-from-94% mask-radial-to-100%"
        />
      </div>
      <div
        aria-hidden
        className="absolute inset-0 -z-10 bg-[linear-gradient(to_bottom,#151210_22rem,transparent_32rem)] max-[22rem]:bg-[linear-gradient(to_bottom,#151210_26rem,transparent_34rem)] lg:bg-[linear-gradient(to_right,#151210_30%,transparent_60%)]"
      />
      <div className="mx-auto grid min-h-[min(50rem,calc(100svh-6.5rem))] max-w-page content-start px-4 pt-10 pb-[23rem] sm:px-6 sm:pb-[34rem] lg:min-h-[min(54rem,calc(100svh-7.5rem))] lg:content-center lg:py-20">
        <div className="grid max-w-xl gap-6">
          <h1 className="max-w-[6em] text-[clamp(3rem,1.6rem+5.2vw,6rem)] leading-[0.94] font-bold tracking-[-0.04em] text-wrap">
            {t('home.title')}
          </h1>
          <p className="max-w-md text-lg sm:text-xl lg:text-2xl lg:leading-snug">{t('home.lead')}</p>
          <p className="flex flex-wrap gap-x-7 gap-y-1 pt-1">
            <HoverLink
              href={`/${locale}/c/lopapeysur`}
              className={buttonClass({ size: 'large', className: 'bg-[#f5f1e9] text-[#211d1a] hover:bg-white' })}
            >
              {t('home.browse')}
            </HoverLink>
            <HoverLink
              href={`/${locale}/netgiro`}
              className={buttonClass({
                variant: 'ghost',
                size: 'large',
                className: 'px-0 text-inherit decoration-current/50 hover:bg-transparent hover:decoration-current',
              })}
            >
              {t('home.howToPay')}
            </HoverLink>
          </p>
        </div>
      </div>
      <KnitBand motif="rising" className="absolute inset-x-0 -bottom-2 h-6 text-paper lg:-bottom-3.5 lg:h-10" />
    </section>
  )
}
