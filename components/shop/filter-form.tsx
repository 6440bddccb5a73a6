import { buttonClass } from '@/components/ui/button'
import { HoverLink } from '@/components/ui/hover-link'
import type { ListChoice, Offer } from '@/lib/catalogue/filters'
import { wools } from '@/lib/drawing/wool'
import { words, type Locale } from '@/lib/i18n'
import { FilterFields } from './filter-fields'
import { filterWords } from './filter-words'
import { FilterIcon } from './icons'

type FilterFormProps = {
  locale: Locale
  /** The list's address without anything chosen. */
  action: string
  offer: Offer
  choice: ListChoice
  /** How many things are chosen. */
  count: number
  /** The list in this order with nothing chosen. */
  clear: string
}

/** A plain GET form behind a fold: it works as it comes, and what is chosen is in the address. */
export function FilterForm({ locale, action, offer, choice: { sort, filters }, count, clear }: FilterFormProps) {
  const t = words(locale, 'shop')
  const { garment, colour } = filterWords(locale)
  return (
    <details className="group filters">
      <summary className={buttonClass({ variant: 'secondary', size: 'small', className: 'list-none text-base' })}>
        <FilterIcon className="size-4.5" />
        {t('filters.open')}
        {count > 0 && (
          <span className="rounded-full bg-accent px-2 text-sm text-on-accent tabular-nums">
            {count}
            <span className="sr-only"> {t('filters.active', { count })}</span>
          </span>
        )}
      </summary>
      <form action={action} className="mt-4 grid gap-7 rounded-card border border-line bg-surface p-5 sm:p-7 lg:grid-cols-2 lg:gap-x-12">
        {sort !== 'popular' && <input type="hidden" name="sort" value={sort} />}
        <FilterFields
          garment={{
            legend: t('filters.garment'),
            options: offer.garment.map((value) => ({ value, label: garment(value) })),
            chosen: filters.garment,
          }}
          size={{ legend: t('filters.size'), options: offer.size.map((value) => ({ value, label: value })), chosen: filters.size }}
          colour={{
            legend: t('filters.colour'),
            options: offer.colour.map((value) => ({ value, label: colour(value), swatch: wools[value].hex })),
            chosen: filters.colour,
          }}
          price={{
            legend: t('filters.price'),
            unit: t('filters.krona'),
            bounds: (['from', 'to'] as const).map((name) => ({ name, label: t(`filters.${name}`), value: filters[name] })),
          }}
          stock={{ label: t('filters.inStock'), chosen: filters.inStock }}
        />
        <div className="flex flex-wrap gap-3 lg:col-span-2">
          <button type="submit" className={buttonClass({ className: 'max-sm:flex-1' })}>
            {t('filters.show')}
          </button>
          {count > 0 && (
            <HoverLink href={clear} rel="nofollow" className={buttonClass({ variant: 'ghost' })}>
              {t('filters.clear')}
            </HoverLink>
          )}
        </div>
      </form>
    </details>
  )
}
