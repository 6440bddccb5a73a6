import { words, type Locale } from '@/lib/i18n'
import { Picture } from './picture'

/** Why Icelandic wool is as it is. */
export function WoolStory({ locale, drawing }: { locale: Locale; drawing: string | undefined }) {
  const t = words(locale, 'shop')
  return (
    <section
      aria-labelledby="wool"
      className="mx-auto grid max-w-page items-center gap-x-16 gap-y-10 px-4 pt-20 sm:px-6 lg:grid-cols-2 lg:pt-32"
    >
      {drawing && (
        <div className="overflow-hidden rounded-card bg-tile">
          <Picture drawing={drawing} alt="" className="mx-auto max-w-md" />
        </div>
      )}
      <div className="grid gap-6">
        <h2 id="wool" className="text-5xl font-bold sm:text-7xl">
          {t('home.woolTitle')}
        </h2>
        <div className="grid max-w-text gap-4 text-lg sm:text-xl">
          <p>{t('home.woolText1')}</p>
          <p>{t('home.woolText2')}</p>
          <p>{t('home.woolText3')}</p>
        </div>
      </div>
    </section>
  )
}
