import { buttonClass } from '@/components/ui/button'
import { HoverLink } from '@/components/ui/hover-link'
import { words, type Locale } from '@/lib/i18n'
import { RemoveIcon } from './icons'

type FilterChipsProps = {
  locale: Locale
  chips: readonly { readonly label: string; readonly href: string }[]
  /** The list with nothing chosen. */
  clear: string
}

/** What is chosen, each with a way to take it off. */
export function FilterChips({ locale, chips, clear }: FilterChipsProps) {
  if (!chips.length) return null
  const t = words(locale, 'shop')
  return (
    <ul aria-label={t('filters.chosen')} className="flex flex-wrap gap-2">
      {chips.map(({ label, href }) => (
        <li key={href}>
          <HoverLink
            href={href}
            rel="nofollow"
            className="flex min-h-11 items-center gap-2 rounded-full bg-sunken pr-3 pl-4 font-medium hover:bg-line"
          >
            <span className="sr-only">{t('filters.remove', { what: label })}</span>
            <span aria-hidden>{label}</span>
            <RemoveIcon className="size-4 text-muted" />
          </HoverLink>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <HoverLink href={clear} rel="nofollow" className={buttonClass({ variant: 'ghost', size: 'small', className: 'text-base' })}>
            {t('filters.clear')}
          </HoverLink>
        </li>
      )}
    </ul>
  )
}
