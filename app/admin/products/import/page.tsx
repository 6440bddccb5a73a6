import type { Metadata } from 'next'
import { BackToProducts } from '@/components/admin/products/back-to-products'
import { ImportForm } from '@/components/admin/products/import-form'
import { needed } from '@/lib/auth/roles'
import { requireRole } from '@/lib/auth/staff'
import { caps } from '@/lib/catalogue/merchant/csv/read-table'
import { longest } from '@/lib/catalogue/merchant/fields'
import { words } from '@/lib/i18n'
import { cookieLocale } from '@/lib/i18n/cookie'
import { importMessages } from '../messages'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await cookieLocale(), 'products')('import.title') }
}

const labels = [
  'file',
  'fileHint',
  'look',
  'looking',
  'write',
  'writing',
  'reason',
  'reasonHint',
  'errors',
  'more',
  'line',
  'column',
  'problem',
  'wholeLine',
  'planned',
  'done',
  'nothing',
] as const

export default async function Page() {
  await requireRole(needed.editProducts, '/admin/products/import')
  const locale = await cookieLocale()
  const t = words(locale, 'products')
  return (
    <div className="mx-auto grid w-full max-w-3xl gap-6">
      <div className="grid gap-2">
        <BackToProducts locale={locale} />
        <h1 className="text-3xl font-bold">{t('import.title')}</h1>
        <p className="text-muted">{t('import.lead')}</p>
        <ul className="grid list-disc gap-1 pl-5 text-sm text-muted">
          {(['keep', 'count', 'new', 'hidden', 'rest'] as const).map((rule) => (
            <li key={rule}>{t(`import.rules.${rule}`)}</li>
          ))}
        </ul>
      </div>
      <div className="rounded-card border border-line bg-surface p-5 sm:p-6">
        <ImportForm
          path="/admin/products/import/file"
          largest={caps.bytes}
          words={Object.fromEntries(labels.map((key) => [key, t(`import.${key}`)])) as Record<(typeof labels)[number], string>}
          tally={{
            created: t('import.tally.created'),
            changed: t('import.tally.changed'),
            sizes: t('import.tally.sizes'),
            counted: t('import.tally.counted'),
            same: t('import.tally.same'),
          }}
          messages={importMessages(locale)}
          longestReason={longest.reason}
        />
      </div>
    </div>
  )
}
