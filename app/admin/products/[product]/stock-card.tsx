import { SizeForm } from '@/components/admin/products/size-form'
import { SizesForm } from '@/components/admin/products/sizes-form'
import { StockForm } from '@/components/admin/products/stock-form'
import { longest } from '@/lib/catalogue/merchant/fields'
import type { MerchantProduct } from '@/lib/catalogue/merchant/read'
import { words, type Locale } from '@/lib/i18n'
import { changeSize, count, size } from '../actions'

type StockCardProps = {
  product: MerchantProduct
  locale: Locale
  messages: Readonly<Record<string, string>>
  mayCount: boolean
  mayAdd: boolean
  className: string
}

/** For the component to fill in, size by size. */
const whole = { size: '{size}' }

/** The sizes of a product, what is on the shelf of each, and a way to correct it. */
export function StockCard({ product, locale, messages, mayCount, mayAdd, className }: StockCardProps) {
  const t = words(locale, 'products')
  return (
    <section aria-labelledby="stock" className={className}>
      <div>
        <h2 id="stock" className="text-lg font-semibold">
          {t('stock.title')}
        </h2>
        {mayCount && <p className="text-sm text-muted">{t('stock.lead')}</p>}
      </div>
      {product.variants.length === 0 && <p className="text-muted">{t('noSizes')}</p>}
      {product.variants.length > 0 && (
        <StockForm
          action={count}
          product={product.id}
          rows={product.variants}
          words={{
            caption: t('stock.caption'),
            size: t('stock.size'),
            sku: t('stock.sku'),
            onHand: t('stock.onHand'),
            held: t('stock.held'),
            counted: t('stock.counted'),
            countedOf: t('stock.countedOf', whole),
            hidden: t('sizes.hidden'),
            reason: t('stock.reason'),
            reasonHint: t('stock.reasonHint'),
            save: t('stock.save'),
            saving: t('stock.saving'),
          }}
          messages={{ ...messages, missing: messages.reason_missing ?? '' }}
          longestReason={longest.reason}
          readOnly={!mayCount}
        />
      )}
      {mayAdd && product.variants.length > 0 && (
        <SizesForm
          action={changeSize}
          product={product.id}
          rows={product.variants}
          words={{
            open: t('sizes.open'),
            lead: t('sizes.lead'),
            name: t('sizes.name', whole),
            rename: t('sizes.rename'),
            renameOf: t('sizes.renameOf', whole),
            remove: t('sizes.remove'),
            removeOf: t('sizes.removeOf', whole),
            show: t('sizes.show'),
            showOf: t('sizes.showOf', whole),
            hidden: t('sizes.hidden'),
            working: t('sizes.working'),
          }}
          messages={messages}
          longest={longest.size}
        />
      )}
      {mayAdd && (
        <SizeForm
          action={size}
          product={product.id}
          words={{
            open: t('stock.open'),
            size: t('stock.size'),
            sku: t('stock.sku'),
            skuHint: t('stock.skuHint'),
            add: t('stock.add'),
            adding: t('stock.adding'),
          }}
          messages={messages}
          longest={longest}
        />
      )}
    </section>
  )
}
