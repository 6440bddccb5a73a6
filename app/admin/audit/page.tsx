import type { Metadata } from 'next'
import { ExportLink } from '@/components/admin/export/export-link'
import { exportWords } from '@/components/admin/export/export-words'
import { AuditFilters } from '@/components/admin/audit-filters'
import { AuditList } from '@/components/admin/audit-list'
import { ListPager } from '@/components/admin/list-pager'
import { listUrl } from '@/components/admin/list-url'
import { NothingFound } from '@/components/admin/nothing-found'
import { listAudit, listPeople, ordersOf } from '@/lib/audit/log-queries'
import { namesOfActors } from '@/lib/auth/queries'
import { atLeast, needed } from '@/lib/auth/roles'
import { requireRole } from '@/lib/auth/staff'
import { words } from '@/lib/i18n'
import { cookieLocale } from '@/lib/i18n/cookie'
import { readKeyset } from '@/lib/keyset'
import { auditPath, readAuditQuery } from './query'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await cookieLocale(), 'admin')('auditLog.title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const query = await searchParams
  const { filter, said } = readAuditQuery(query)
  const staff = await requireRole(needed.readAudit, listUrl(auditPath, said))
  const [locale, people, page] = await Promise.all([cookieLocale(), listPeople(), listAudit(filter, readKeyset(query, /^\d{1,18}$/))])
  const [names, orders] = await Promise.all([namesOfActors(page.rows.map(({ actor }) => actor)), ordersOf(page.rows)])
  const t = words(locale, 'admin')
  const here = (more: Record<string, string | null> = {}) => listUrl(auditPath, { ...said, ...more })
  const mayExport = atLeast(staff.role, needed.exportAudit)
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="grid gap-2">
          <h1 className="text-3xl font-bold">{t('auditLog.title')}</h1>
          <p className="max-w-text text-muted">{t('auditLog.lead')}</p>
          {!mayExport && <p className="text-sm text-muted">{t('auditLog.onlyOwners')}</p>}
        </div>
        {mayExport && (
          <ExportLink href={listUrl(`${auditPath}/export`, said)} label={t('list.export')} words={exportWords(locale)} />
        )}
      </div>
      <AuditFilters locale={locale} path={auditPath} said={said} people={people} />
      {page.rows.length === 0 && (
        <NothingFound locale={locale} empty={{ title: t('auditLog.emptyTitle'), text: t('auditLog.emptyText') }} filtered={Object.values(said).some(Boolean)} path={auditPath} />
      )}
      <AuditList rows={page.rows} locale={locale} names={names} orders={orders} />
      <ListPager locale={locale} first={here()} back={page.before && here({ before: page.before })} further={page.after && here({ after: page.after })} />
    </div>
  )
}
