import { clsx } from 'clsx'
import { buttonLook } from '@/components/ui/button-look'
import { SearchIcon } from './icons'
import { SearchField } from './search-field'

type SearchFormProps = {
  locale: string
  label: string
  submit: string
  placeholder: string
  query?: string
  large?: boolean
  id: string
  /** How it is laid out, `flex` where it is to be seen. */
  className: string
}

/** A plain GET form: the words are in the address, so a search can be shared, reloaded and gone back to. */
export function SearchForm({ locale, label, submit, placeholder, query, large, id, className }: SearchFormProps) {
  return (
    <form role="search" action={`/${locale}/search`} className={clsx('items-center gap-2', className)}>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <SearchField
        id={id}
        icon={<SearchIcon className="search-icon" />}
        endpoint={`/api/suggest?locale=${locale}`}
        type="search"
        name="q"
        defaultValue={query}
        placeholder={placeholder}
        maxLength={120}
        enterKeyHint="search"
        autoComplete="off"
        className={clsx(
          'w-full rounded-full border border-line-strong bg-surface pr-4 pl-11 text-ellipsis placeholder:text-muted hover:border-ink',
          large ? 'min-h-14 text-lg' : 'min-h-11',
        )}
      />
      <button
        type="submit"
        className={large ? buttonLook({ size: 'large' }) : 'sr-only focus:not-sr-only focus:rounded-full focus:px-3 focus:font-semibold'}
      >
        {submit}
      </button>
    </form>
  )
}
