'use client'

import { useParams } from 'next/navigation'
import { buttonLook } from '@/components/ui/button-look'
import { HoverLink } from '@/components/ui/hover-link'
import en from '@/lib/i18n/messages/en/common.json'
import is from '@/lib/i18n/messages/is/common.json'
import { KnitBand } from './knit-band'
import { SearchForm } from './search-form'

export function MissingPageView() {
  const locale = useParams<{ locale: string }>().locale === 'en' ? 'en' : 'is'
  const { notFound, header } = { is, en }[locale]
  return (
    <div className="mx-auto grid max-w-text justify-items-center gap-4 px-4 py-20 text-center lg:py-28">
      <KnitBand fading motif="sheep" className="mb-4 h-12 w-full text-accent sm:h-16" />
      <h1 className="text-4xl font-bold sm:text-5xl">{notFound.title}</h1>
      <p className="text-xl text-balance text-muted">{notFound.text}</p>
      <SearchForm
        id="not-found-search"
        locale={locale}
        label={header.searchLabel}
        submit={header.search}
        placeholder={header.searchPlaceholder}
        large
        className="mt-4 flex w-full max-w-lg"
      />
      <HoverLink href={`/${locale}`} className={buttonLook({ variant: 'ghost' })}>
        {notFound.home}
      </HoverLink>
    </div>
  )
}
