import { Search } from 'lucide-react'
import { words, type Locale } from '@/lib/i18n'
import { cn } from '@/components/ui/cn'
import { buttonClass } from '@/components/ui/button'
import { SearchField } from './search-field'

type SearchFormProps = {
  locale: Locale
  label: string
  submit: string
  placeholder: string
  query?: string
  large?: boolean
  id: string
  className?: string
}

/** A plain GET form: the words are in the address, so a search can be shared, reloaded and gone back to. */
export function SearchForm({ locale, label, submit, placeholder, query, large, id, className }: SearchFormProps) {
  const t = words(locale, 'common')
  return (
    <form role="search" action={`/${locale}/search`} className={cn('flex items-center gap-2', className)}>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <SearchField
        id={id}
        icon={<Search aria-hidden className="pointer-events-none absolute top-1/2 left-4 size-4.5 -translate-y-1/2 text-muted" />}
        endpoint={`/api/suggest?locale=${locale}`}
        texts={{
          list: t('header.suggestions'),
          category: t('header.suggestionKind'),
          counts: Array.from({ length: 7 }, (_, count) => t('header.suggestionCount', { count })),
        }}
        type="search"
        name="q"
        defaultValue={query}
        placeholder={placeholder}
        maxLength={120}
        enterKeyHint="search"
        autoComplete="off"
        className={cn(
          'w-full rounded-full border border-line-strong bg-surface pr-4 pl-11 placeholder:text-muted hover:border-ink',
          large ? 'min-h-14 text-lg' : 'min-h-11',
        )}
      />
      <button
        type="submit"
        className={large ? buttonClass({ size: 'large' }) : 'sr-only focus:not-sr-only focus:rounded-full focus:px-3 focus:font-semibold'}
      >
        {submit}
      </button>
    </form>
  )
}
