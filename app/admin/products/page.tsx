import { Plus, Upload } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { ExportLink } from '@/components/admin/export/export-link'
import { exportWords } from '@/components/admin/export/export-words'
import { ListPager } from '@/components/admin/list-pager'
import { NothingFound } from '@/components/admin/nothing-found'
import { ProductFilters } from '@/components/admin/products/product-filters'
import { ProductsTable } from '@/components/admin/products/products-table'
import { productsPath, productsUrl } from '@/components/admin/products/products-url'
import { buttonClass } from '@/components/ui/button'
import { atLeast, needed } from '@/lib/auth/roles'
import { requireRole } from '@/lib/auth/staff'
import { listCategories, listProducts } from '@/lib/catalogue/merchant/list'
import { words } from '@/lib/i18n'
import { cookieLocale } from '@/lib/i18n/cookie'
import { readProductsQuery } from './query'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await cookieLocale(), 'products')('title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const noPage = { items: [], after: null, before: null, unfinished: false }

export default async function Page({ searchParams }: Props) {
  const { view, position } = readProductsQuery(await searchParams)
  const staff = await requireRole(needed.read, productsUrl(view))
  const locale = await cookieLocale()
  const [categories, found] = await Promise.all([listCategories(locale), listProducts({ ...view, position }, locale)])
  const page = found ?? noPage
  const t = words(locale, 'products')
  const filtered = view.search !== '' || view.category !== null || view.low
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-3xl font-bold">{t('title')}</h1>
        {atLeast(staff.role, needed.editProducts) && (
          <div className="flex flex-wrap gap-2">
            {page.items.length > 0 && (
              <ExportLink href={productsUrl(view).replace(productsPath, `${productsPath}/export`)} label={t('export')} words={exportWords(locale)} />
            )}
            <Link href="/admin/products/import" prefetch={false} className={buttonClass({ variant: 'secondary', size: 'small' })}>
              <Upload aria-hidden className="size-4" />
              {t('importOpen')}
            </Link>
            <Link href="/admin/products/new" prefetch={false} className={buttonClass({ size: 'small' })}>
              <Plus aria-hidden className="size-4" />
              {t('new')}
            </Link>
          </div>
        )}
      </div>
      <ProductFilters locale={locale} view={view} categories={categories} />
      {page.items.length > 0 && <ProductsTable rows={page.items} locale={locale} />}
      {page.items.length === 0 && !page.unfinished && (
        <NothingFound
          locale={locale}
          empty={{ title: t('emptyTitle'), text: t('emptyText') }}
          filtered={filtered || position !== null}
          path={productsPath}
        />
      )}
      {page.unfinished && <p className="text-muted">{t('unfinished')}</p>}
      <div className="flex flex-wrap items-center justify-between gap-4">
        <p className="hidden text-sm text-muted lg:block">{page.items.length > 0 && t('keys')}</p>
        <ListPager
          locale={locale}
          first={productsUrl(view)}
          back={page.before && productsUrl(view, { before: page.before })}
          further={page.after && productsUrl(view, { after: page.after })}
        />
      </div>
    </div>
  )
}
