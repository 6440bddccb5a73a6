import { HoverLink } from '@/components/ui/hover-link'
import { buttonClass } from '@/components/ui/button'
import { words, type Locale } from '@/lib/i18n'
import { KnitBand } from './knit-band'
import { Phone } from './phone'

const steps = ['1', '2', '3'] as const

/** What Netgíró means, in three steps and a phone. */
export function PayLater({ locale, amount }: { locale: Locale; amount: number }) {
  const t = words(locale, 'shop')
  return (
    <section aria-labelledby="pay-later" className="overflow-clip bg-basalt text-on-basalt">
      <KnitBand motif="rays" className="relative -top-2 h-8 text-paper lg:-top-2.5 lg:h-12" />
      <div className="mx-auto grid max-w-page items-center gap-x-16 gap-y-14 px-4 py-16 sm:px-6 lg:grid-cols-[1fr_20rem] lg:py-24">
        <div className="grid gap-10">
          <header className="grid gap-4">
            <h2 id="pay-later" className="max-w-2xl text-4xl font-bold sm:text-6xl">
              {t('home.netgiroTitle')}
            </h2>
            <p className="max-w-xl text-xl text-on-basalt/80">{t('home.netgiroText')}</p>
          </header>
          <ol className="grid gap-x-8 gap-y-6 sm:grid-cols-3">
            {steps.map((step) => (
              <li key={step} className="grid content-start gap-2 border-t border-on-basalt/25 pt-4">
                <span aria-hidden className="font-display text-lg font-bold text-[#f28b62] tabular-nums">
                  {step}
                </span>
                <h3 className="text-xl font-semibold">{t(`home.step${step}`)}</h3>
                <p className="text-on-basalt/80">{t(`home.step${step}Text`)}</p>
              </li>
            ))}
          </ol>
          <p>
            <HoverLink
              href={`/${locale}/netgiro`}
              className={buttonClass({
                variant: 'secondary',
                className: 'border-on-basalt/50 bg-transparent text-on-basalt hover:border-on-basalt hover:bg-on-basalt/10',
              })}
            >
              {t('home.netgiroMore')}
            </HoverLink>
          </p>
        </div>
        <Phone locale={locale} amount={amount} />
      </div>
      <KnitBand motif="rising" className="relative -bottom-2 h-6 text-paper lg:-bottom-3.5 lg:h-10" />
    </section>
  )
}
