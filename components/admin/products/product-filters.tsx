import { Search } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { controlClass } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { words, type Locale } from '@/lib/i18n'
import { SearchKey } from '../search-key'
import { productsPath, type ProductsView } from './products-url'

type ProductFiltersProps = { locale: Locale; view: ProductsView; categories: readonly { slug: string; name: string }[] }

/** Which products are shown; all of it in the address. */
export function ProductFilters({ locale, view, categories }: ProductFiltersProps) {
  const t = words(locale, 'products')
  return (
    <form
      action={productsPath}
      role="search"
      className="grid items-end gap-4 rounded-card border border-line bg-surface p-4 sm:grid-cols-2 sm:p-5 lg:grid-cols-[1.6fr_1fr_auto_auto]"
    >
      <div className="grid gap-1.5">
        <label htmlFor="q" className="font-semibold">
          {t('search')}
        </label>
        <div className="relative">
          <Search aria-hidden className="pointer-events-none absolute top-1/2 left-4 size-4 -translate-y-1/2 text-muted" />
          <input
            id="q"
            name="q"
            type="search"
            defaultValue={view.search}
            placeholder={t('searchHint')}
            autoComplete="off"
            enterKeyHint="search"
            maxLength={100}
            className={`${controlClass} pl-11`}
          />
          <SearchKey inputId="q" />
        </div>
      </div>
      <Select
        name="category"
        label={t('category')}
        defaultValue={view.category ?? ''}
        options={[{ value: '', label: t('allCategories') }, ...categories.map(({ slug, name }) => ({ value: slug, label: name }))]}
      />
      <label className="flex min-h-12 cursor-pointer items-center gap-2.5 font-semibold whitespace-nowrap">
        <input type="checkbox" name="low" value="1" defaultChecked={view.low} className="size-5 accent-accent" />
        {t('low')}
      </label>
      <Button type="submit" variant="secondary">
        {words(locale, 'admin')('list.apply')}
      </Button>
    </form>
  )
}
