'use client'

import { useParams } from 'next/navigation'
import { KnitBand } from '@/components/shop/knit-band'
import { buttonLook } from '@/components/ui/button-look'
import en from '@/lib/i18n/messages/en/error.json'
import is from '@/lib/i18n/messages/is/error.json'

/** A page that failed, inside the shop that did not. The server's log has the reason. */
export default function ShopError({ retry }: { error: unknown; retry: () => void }) {
  const { locale } = useParams<{ locale: string }>()
  const t = locale === 'en' ? en : is
  return (
    <div role="alert" className="mx-auto grid max-w-text justify-items-center gap-4 px-4 py-24 text-center lg:py-32">
      <KnitBand fading motif="rope" className="mb-4 h-8 w-full text-accent" />
      <h1 className="text-4xl font-bold sm:text-5xl">{t.title}</h1>
      <p className="text-xl text-balance text-muted">{t.text}</p>
      <div className="mt-4 flex flex-wrap justify-center gap-3">
        <button type="button" onClick={retry} className={buttonLook()}>
          {t.retry}
        </button>
        <a href={`/${locale}`} className={buttonLook({ variant: 'ghost' })}>
          {t.home}
        </a>
      </div>
    </div>
  )
}
