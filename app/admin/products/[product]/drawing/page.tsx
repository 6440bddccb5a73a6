import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { BackToProducts } from '@/components/admin/products/back-to-products'
import { DrawingEditor } from '@/components/admin/products/drawing-editor'
import { needed } from '@/lib/auth/roles'
import { requireRole } from '@/lib/auth/staff'
import { firstDrawing } from '@/lib/drawing/first'
import { decode } from '@/lib/drawing/spec'
import { words } from '@/lib/i18n'
import { cookieLocale } from '@/lib/i18n/cookie'
import { draw } from '../../actions'
import { productMessages } from '../../messages'
import { productAt } from '../read'
import { drawingWords } from './words'

type Props = { params: Promise<{ product: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await cookieLocale(), 'products')('draw.title') }
}

export default async function Page({ params }: Props) {
  const { product: id } = await params
  await requireRole(needed.editProducts, `/admin/products/${encodeURIComponent(id)}/drawing`)
  const product = await productAt(id)
  if (!product) notFound()
  const locale = await cookieLocale()
  const t = words(locale, 'products')
  const name = locale === 'is' ? product.nameIs : product.nameEn
  return (
    <div className="grid gap-6">
      <div className="grid gap-2">
        <BackToProducts locale={locale} product={{ id: product.id, name }} />
        <h1 className="text-3xl font-bold">{t('draw.title')}</h1>
      </div>
      <DrawingEditor
        action={draw}
        product={{ id: product.id, version: product.version, name }}
        drawing={decode(product.drawing) ?? firstDrawing('sweater')}
        words={drawingWords(locale)}
        messages={productMessages(locale)}
      />
    </div>
  )
}
