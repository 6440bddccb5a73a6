import type { Metadata } from 'next'
import { AttentionItem } from '@/components/admin/attention-item'
import { ClearForm } from '@/components/admin/clear-form'
import { ClearedItems } from '@/components/admin/cleared-items'
import { EmptyState } from '@/components/ui/empty-state'
import { namesOfActors } from '@/lib/auth/queries'
import { atLeast, needed } from '@/lib/auth/roles'
import { requireRole } from '@/lib/auth/staff'
import { words } from '@/lib/i18n'
import { cookieLocale } from '@/lib/i18n/cookie'
import { openAttentionItems } from '@/lib/payments/attention'
import { recentlyCleared } from '@/lib/payments/attention-queries'
import { clear } from './actions'
import { Compared } from './compared'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await cookieLocale(), 'admin')('attention.title') }
}

export default async function Page() {
  const staff = await requireRole(needed.read, '/admin/attention')
  const [locale, open, cleared] = await Promise.all([cookieLocale(), openAttentionItems(), recentlyCleared()])
  const names = await namesOfActors(cleared.map((item) => item.clearedBy))
  const t = words(locale, 'admin')
  const mayClear = atLeast(staff.role, needed.clearAttention)
  const messages = {
    foreign_origin: t('problem.foreign_origin'),
    not_allowed: t('problem.not_allowed'),
    reason_missing: t('problem.reason_missing'),
    reason_long: t('problem.reason_long'),
    gone: t('problem.gone'),
    cleared_over: t('attention.cleared_over'),
  }
  return (
    <div className="mx-auto grid max-w-3xl gap-4">
      <div className="mb-2 grid gap-2">
        <h1 className="text-3xl font-bold">{t('attention.title')}</h1>
        <p className="text-muted">{t('attention.lead')}</p>
        <Compared locale={locale} />
        {!mayClear && <p className="text-sm text-muted">{t('attention.onlyManagers')}</p>}
      </div>
      {open.length === 0 && (
        <EmptyState title={t('attention.emptyTitle')} className="w-full max-w-none rounded-card border border-dashed border-line-strong py-12">
          <p className="text-muted">{t('attention.emptyText')}</p>
        </EmptyState>
      )}
      {open.map((item) => (
        <AttentionItem key={String(item.id)} item={{ ...item, orderNumber: item.payment.order.number }} locale={locale}>
          {mayClear && (
            <ClearForm
              action={clear}
              item={String(item.id)}
              words={{ open: t('attention.open'), label: t('attention.clear'), pending: t('attention.clearing') }}
              reason={{ label: t('attention.why'), hint: t('attention.whyHint') }}
              messages={messages}
            />
          )}
        </AttentionItem>
      ))}
      {cleared.length > 0 && <ClearedItems items={cleared} names={names} locale={locale} />}
    </div>
  )
}
