import { Brush, ExternalLink } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { AuditList } from '@/components/admin/audit-list'
import { BackToProducts } from '@/components/admin/products/back-to-products'
import { HideForm } from '@/components/admin/products/hide-form'
import { ProductForm } from '@/components/admin/products/product-form'
import { Picture } from '@/components/shop/picture'
import { Badge } from '@/components/ui/badge'
import { buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { listAudit } from '@/lib/audit/log-queries'
import { namesOfActors } from '@/lib/auth/queries'
import { atLeast, needed } from '@/lib/auth/roles'
import { requireRole } from '@/lib/auth/staff'
import { longest, vatRates } from '@/lib/catalogue/merchant/fields'
import { listCategories } from '@/lib/catalogue/merchant/list'
import { words } from '@/lib/i18n'
import { cookieLocale } from '@/lib/i18n/cookie'
import { edit, hide } from '../actions'
import { fieldWords, productMessages } from '../messages'
import { productAt } from './read'
import { StockCard } from './stock-card'

type Props = { params: Promise<{ product: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await cookieLocale()
  const product = await productAt((await params).product)
  return { title: (locale === 'is' ? product?.nameIs : product?.nameEn) ?? words(locale, 'products')('title') }
}

const card = 'grid content-start gap-4 rounded-card border border-line bg-surface p-5 sm:p-6'

export default async function Page({ params, searchParams }: Props) {
  const { product: id } = await params
  const staff = await requireRole(needed.read, `/admin/products/${encodeURIComponent(id)}`)
  const product = await productAt(id)
  if (!product) notFound()
  const locale = await cookieLocale()
  const [categories, history] = await Promise.all([
    listCategories(locale),
    atLeast(staff.role, needed.readAudit) ? listAudit({ product: product.id }, null, 20) : null,
  ])
  const names = await namesOfActors((history?.rows ?? []).map(({ actor }) => actor))
  const t = words(locale, 'products')
  const mayEdit = atLeast(staff.role, needed.editProducts)
  const messages = productMessages(locale)
  return (
    <div className="grid gap-6">
      <div className="grid gap-2">
        <BackToProducts locale={locale} />
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <h1 className="min-w-0 text-3xl font-bold break-words">{locale === 'is' ? product.nameIs : product.nameEn}</h1>
          {!product.hidden && (
            <a href={`/${locale}/p/${product.slug}`} className={buttonClass({ variant: 'secondary', size: 'small' })}>
              <ExternalLink aria-hidden className="size-4" />
              {t('inShop')}
            </a>
          )}
        </div>
        {!mayEdit && <p className="text-sm text-muted">{t('onlyManagers')}</p>}
      </div>
      {(await searchParams).new === '1' && (
        <Notice tone="good" role="status">
          {t('made')}
        </Notice>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-5">
          <section aria-labelledby="text" className={card}>
            <h2 id="text" className="text-lg font-semibold">
              {t('text')}
            </h2>
            <ProductForm
              action={edit}
              product={{ id: product.id, version: product.version }}
              values={{
                nameIs: product.nameIs,
                nameEn: product.nameEn,
                descriptionIs: product.descriptionIs,
                descriptionEn: product.descriptionEn,
                price: String(product.price),
                vatRate: String(product.vatRate),
                category: product.category.slug,
                weight: String(product.weight),
              }}
              categories={categories.map(({ slug, name }) => ({ value: slug, label: name }))}
              vatRates={vatRates.map((rate) => ({ value: String(rate), label: `${rate} %` }))}
              longest={longest}
              words={{ ...fieldWords(locale), save: t('save'), saving: t('saving') }}
              messages={messages}
              readOnly={!mayEdit}
            />
          </section>
          <StockCard
            product={product}
            locale={locale}
            messages={messages}
            mayCount={atLeast(staff.role, needed.correctStock)}
            mayAdd={mayEdit}
            className={card}
          />
        </div>
        <div className="grid gap-5 max-lg:contents">
          <section aria-labelledby="picture" className={`${card} max-lg:order-first max-lg:grid-cols-[8rem_1fr] max-lg:items-center`}>
            <h2 id="picture" className="text-lg font-semibold max-lg:sr-only">
              {t('picture')}
            </h2>
            <div className="overflow-hidden rounded-field bg-tile">
              <Picture drawing={product.drawing} alt="" eager />
            </div>
            {mayEdit && (
              <Link
                href={`/admin/products/${product.id}/drawing`}
                prefetch={false}
                className={buttonClass({ variant: 'secondary', size: 'small', className: 'justify-self-start' })}
              >
                <Brush aria-hidden className="size-4" />
                {t('draw.open')}
              </Link>
            )}
          </section>
          <section aria-labelledby="hiding" className={card}>
            <div className="flex flex-wrap items-center justify-between gap-2">
              <h2 id="hiding" className="text-lg font-semibold">
                {t('hide.title')}
              </h2>
              <Badge tone={product.hidden ? 'warn' : 'good'}>{t(product.hidden ? 'hide.hidden' : 'hide.shown')}</Badge>
            </div>
            <p className="text-sm text-muted">{t(product.hidden ? 'hide.hiddenText' : 'hide.shownText')}</p>
            {mayEdit && (
              <HideForm
                action={hide}
                product={product.id}
                hidden={product.hidden}
                words={{ hide: t('hide.hide'), show: t('hide.show'), working: t('hide.working') }}
                messages={messages}
              />
            )}
          </section>
        </div>
      </div>
      {history && (
        <section aria-labelledby="history" className="grid gap-3">
          <h2 id="history" className="text-lg font-semibold">
            {t('history')}
          </h2>
          {history.rows.length === 0 && <p className="text-muted">{t('historyNone')}</p>}
          <AuditList rows={history.rows} locale={locale} names={names} orders={new Map()} />
        </section>
      )}
    </div>
  )
}
