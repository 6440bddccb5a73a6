import Link from 'next/link'
import { Picture } from '@/components/shop/picture'
import { Badge } from '@/components/ui/badge'
import type { MerchantRow } from '@/lib/catalogue/merchant/list'
import { words, type Locale } from '@/lib/i18n'
import { formatMoney, isk } from '@/lib/money'
import { ArrowRows } from '../arrow-rows'
import { productsPath } from './products-url'

const head = 'px-3 py-3 text-left text-sm font-semibold text-muted first:pl-5 last:pr-5'
const cell = 'max-md:p-0 md:px-3 md:py-2.5 md:last:pr-5'

/** Products, the newest first; a row is one link. On a phone each row folds into a small card. */
export function ProductsTable({ rows, locale }: { rows: readonly MerchantRow[]; locale: Locale }) {
  const t = words(locale, 'products')
  return (
    <ArrowRows>
      <table className="block w-full overflow-hidden rounded-card border border-line bg-surface md:table md:border-separate md:border-spacing-0">
        <caption className="sr-only">{t('caption')}</caption>
        <thead className="sr-only md:not-sr-only md:table-header-group">
          <tr>
            {(['product', 'category', 'sizes'] as const).map((column) => (
              <th key={column} scope="col" className={`${head} ${column === 'category' ? 'max-lg:hidden' : ''}`}>
                {t(`columns.${column}`)}
              </th>
            ))}
            {(['stock', 'price'] as const).map((column) => (
              <th key={column} scope="col" className={`${head} text-right`}>
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="block md:table-row-group">
          {rows.map((row) => (
            <Row key={row.id} row={row} locale={locale} />
          ))}
        </tbody>
      </table>
    </ArrowRows>
  )
}

function Row({ row, locale }: { row: MerchantRow; locale: Locale }) {
  const t = words(locale, 'products')
  const low = row.sizes.filter(({ stock }) => stock !== 'in_stock')
  return (
    <tr className="relative grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1.5 border-line px-4 py-3 not-first:border-t hover:bg-sunken/60 has-focus-visible:bg-sunken md:table-row md:*:border-t md:*:border-line">
      <th scope="row" className="p-0 text-left font-semibold max-md:row-span-2 md:py-2.5 md:pr-3 md:pl-5">
        <span className="flex items-center gap-3">
          <span className="block w-11 flex-none overflow-hidden rounded-lg bg-tile">
            <Picture drawing={row.drawing} alt="" />
          </span>
          <Link
            href={`${productsPath}/${row.id}`}
            prefetch={false}
            data-row
            className="min-w-0 no-underline after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:rounded-field focus-visible:after:outline-3 focus-visible:after:-outline-offset-3 focus-visible:after:outline-accent"
          >
            <span className="line-clamp-2">{row.name}</span>
          </Link>
        </span>
      </th>
      <td className={`${cell} text-sm text-muted max-lg:hidden`}>{row.category}</td>
      <td className={`${cell} max-md:col-span-2 max-md:row-start-3 max-md:empty:hidden`}>
        <span className="flex flex-wrap gap-1.5">
          {row.hidden && <Badge tone="neutral">{t('hide.hidden')}</Badge>}
          {row.sizes.length === 0 && <Badge tone="warn">{t('noSizes')}</Badge>}
          {low.map(({ size, available, stock }) => (
            <Badge key={size} tone={stock === 'sold_out' ? 'bad' : 'warn'}>
              {stock === 'sold_out' ? t('none', { size }) : t('few', { size, count: available })}
            </Badge>
          ))}
        </span>
      </td>
      <td className={`${cell} text-right tabular-nums max-md:col-start-2 max-md:row-start-2`}>
        <span className="text-sm text-muted md:sr-only">{t('columns.stock')}: </span>
        {row.onHand}
        {row.held > 0 && <span className="block text-sm text-muted max-md:hidden">{t('held', { count: row.held })}</span>}
      </td>
      <td className={`${cell} text-right font-semibold whitespace-nowrap tabular-nums max-md:col-start-2 max-md:row-start-1`}>
        {formatMoney(isk(row.price), locale)}
      </td>
    </tr>
  )
}
