import { HoverLink } from '@/components/ui/hover-link'
import { words, type Locale } from '@/lib/i18n'
import { CartLink } from './cart-link'
import { departments } from './departments'
import { PersonIcon, SearchIcon } from './icons'
import { LanguageLink } from './language-link'
import { Links } from './links'
import { Mark } from './mark'
import { SearchForm } from './search-form'

export function Header({ locale }: { locale: Locale }) {
  const t = words(locale, 'common')
  return (
    <header className="mx-auto w-full max-w-page px-4 sm:px-6 print:hidden">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 pt-3 lg:pt-5">
        <HoverLink
          href={`/${locale}`}
          className="-ml-1 flex min-h-11 items-center gap-2.5 rounded-full px-1 font-display text-2xl font-bold tracking-tight no-underline lg:text-3xl"
        >
          <Mark className="size-7 text-accent lg:size-8" />
          {t('shopName')}
        </HoverLink>
        <nav aria-label={t('header.categories')} className="departments">
          <ul className="flex">
            <Links items base={`/${locale}`} links={departments.map((slug) => [`/c/${slug}`, t(`departments.${slug}`)])} />
          </ul>
        </nav>
        <div className="ml-auto flex items-center">
          <SearchForm
            id="header-search"
            locale={locale}
            label={t('header.searchLabel')}
            submit={t('header.search')}
            placeholder={t('header.searchPlaceholder')}
            className="mr-3 hidden w-72 md:flex lg:w-88"
          />
          <LanguageLink to={locale === 'is' ? 'en' : 'is'} label={t('header.otherLanguage')} title={t('header.switchLanguage')} />
          <HoverLink href={`/${locale}/search`} className="flex size-11 items-center justify-center rounded-full hover:bg-sunken md:hidden">
            <SearchIcon className="size-5" />
            <span className="sr-only">{t('header.search')}</span>
          </HoverLink>
          <HoverLink href={`/${locale}/account`} className="flex size-11 items-center justify-center rounded-full hover:bg-sunken">
            <PersonIcon className="size-5" />
            <span className="sr-only">{t('footer.account')}</span>
          </HoverLink>
          <CartLink href={`/${locale}/cart`} label={t('header.cart')} countLabel={t('header.inCart')} />
        </div>
      </div>
    </header>
  )
}
