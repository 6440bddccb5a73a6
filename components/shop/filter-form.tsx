import { buttonClass } from '@/components/ui/button'
import { controlClass } from '@/components/ui/field'
import { HoverLink } from '@/components/ui/hover-link'
import type { ListChoice, Offer } from '@/lib/catalogue/filters'
import { words, type Locale } from '@/lib/i18n'
import { ChoiceGroup } from './choice-group'
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
        <div className="grid content-start gap-7">
          <ChoiceGroup
            name="garment"
            legend={t('filters.garment')}
            options={offer.garment.map((value) => ({ value, label: garment(value) }))}
            chosen={filters.garment}
          />
          <ChoiceGroup
            name="size"
            legend={t('filters.size')}
            options={offer.size.map((value) => ({ value, label: value }))}
            chosen={filters.size}
          />
          <fieldset>
            <legend className="pb-2.5 font-semibold">{t('filters.price')}</legend>
            <div className="flex items-center gap-3">
              <PriceField name="from" label={t('filters.from')} unit={t('filters.krona')} value={filters.from} />
              <span aria-hidden>–</span>
              <PriceField name="to" label={t('filters.to')} unit={t('filters.krona')} value={filters.to} />
            </div>
          </fieldset>
          <label className="choice w-fit">
            <input type="checkbox" name="stock" value="1" defaultChecked={filters.inStock} />
            {t('filters.inStock')}
          </label>
        </div>
        <ChoiceGroup
          name="colour"
          legend={t('filters.colour')}
          options={offer.colour.map((value) => ({ value, label: colour(value), swatch: value }))}
          chosen={filters.colour}
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

type PriceFieldProps = { name: string; label: string; unit: string; value: number | null }

function PriceField({ name, label, unit, value }: PriceFieldProps) {
  return (
    <label className="relative block w-36">
      <span className="sr-only">{label}</span>
      <input
        name={name}
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
        placeholder={label}
        defaultValue={value ?? ''}
        className={`${controlClass} pr-10 tabular-nums`}
      />
      <span aria-hidden className="pointer-events-none absolute inset-y-0 right-4 flex items-center text-muted">
        {unit}
      </span>
    </label>
  )
}
