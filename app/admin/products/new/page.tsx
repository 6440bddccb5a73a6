import type { Metadata } from 'next'
import { BackToProducts } from '@/components/admin/products/back-to-products'
import { NewProductForm } from '@/components/admin/products/new-product-form'
import { filterWords } from '@/components/shop/filter-words'
import { needed } from '@/lib/auth/roles'
import { requireRole } from '@/lib/auth/staff'
import { longest, vatRates } from '@/lib/catalogue/merchant/fields'
import { listCategories } from '@/lib/catalogue/merchant/list'
import { garments, type Garment } from '@/lib/drawing/spec'
import { words } from '@/lib/i18n'
import { cookieLocale } from '@/lib/i18n/cookie'
import { newId } from '@/lib/ids'
import { create } from '../actions'
import { fieldWords, productMessages } from '../messages'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await cookieLocale(), 'products')('new') }
}

export default async function Page() {
  await requireRole(needed.editProducts, '/admin/products/new')
  const locale = await cookieLocale()
  const categories = await listCategories(locale)
  const t = words(locale, 'products')
  const { garment } = filterWords(locale)
  return (
    <div className="grid gap-6">
      <div className="grid gap-2">
        <BackToProducts locale={locale} />
        <h1 className="text-3xl font-bold">{t('new')}</h1>
        <p className="max-w-text text-muted">{t('createLead')}</p>
      </div>
      <div className="rounded-card border border-line bg-surface p-5 sm:p-6">
        <NewProductForm
          action={create}
          formKey={newId()}
          categories={categories.map(({ slug, name }) => ({ value: slug, label: name }))}
          first={{ category: categories[0]?.slug ?? '' }}
          vatRates={vatRates.map((rate) => ({ value: String(rate), label: `${rate} %` }))}
          garments={(Object.keys(garments) as Garment[]).map((value) => ({ value, label: garment(value) }))}
          longest={longest}
          words={{ ...fieldWords(locale), save: t('create'), saving: t('creating') }}
          labels={{
            garment: t('field.garment'),
            garmentHint: t('field.garmentHint'),
            sizes: t('field.sizes'),
            sizesHint: t('field.sizesHint'),
          }}
          messages={productMessages(locale)}
        />
      </div>
    </div>
  )
}
