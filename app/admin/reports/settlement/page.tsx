import type { Metadata } from 'next'
import Link from 'next/link'
import { ExportLink } from '@/components/admin/export/export-link'
import { exportWords } from '@/components/admin/export/export-words'
import { gatewayName } from '@/components/admin/gateway-name'
import { listUrl } from '@/components/admin/list-url'
import { Tiles } from '@/components/admin/reports/tiles'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { needed } from '@/lib/auth/roles'
import { requireRole } from '@/lib/auth/staff'
import { now } from '@/lib/clock'
import { startOfDay } from '@/lib/days'
import { words } from '@/lib/i18n'
import { cookieLocale } from '@/lib/i18n/cookie'
import { formatMoney, isk } from '@/lib/money'
import { readAgreements } from '@/lib/reports/agreements'
import { readSettlements } from '@/lib/reports/settlement'
import { Head } from '../head'
import { readSettlementPeriod, settlementPath } from '../query'
import { SettlementTable } from './settlement-table'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await cookieLocale(), 'figures')('settlement.title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const today = startOfDay(now())
  const { period, said } = readSettlementPeriod(await searchParams, today)
  await requireRole(needed.readReports, listUrl(settlementPath, said))
  const [locale, agreements] = await Promise.all([cookieLocale(), readAgreements()])
  const settlements = await readSettlements(period, agreements)
  const { rows, total, without } = settlements
  const t = words(locale, 'admin')
  const f = words(locale, 'figures')
  const kr = (amount: number | null) => (amount === null ? '–' : formatMoney(isk(amount), locale))
  return (
    <div className="grid grid-cols-1 gap-5">
      <Head
        locale={locale}
        which="settlement"
        said={said}
        today={today}
        aside={<ExportLink href={listUrl(`${settlementPath}/export`, said)} label={t('list.export')} words={exportWords(locale)} />}
      />
      {rows.length === 0 ? (
        <EmptyState
          title={f('settlement.emptyTitle')}
          className="w-full max-w-none rounded-card border border-dashed border-line-strong py-12"
        >
          <p className="text-muted">{f('settlement.emptyText')}</p>
        </EmptyState>
      ) : (
        <>
          <Tiles
            tiles={[
              [f('settlement.payments'), String(total.payments)],
              [f('settlement.gross'), kr(total.gross)],
              [t('reports.refunds'), kr(total.refunds)],
              [f('settlement.fee'), kr(total.fee === null || total.feeVat === null ? null : total.fee + total.feeVat)],
              [f('settlement.net'), kr(total.net)],
            ]}
          />
          {without.length > 0 && (
            <Notice title={f('settlement.withoutTitle', { gateways: without.map((gateway) => gatewayName(gateway, locale)).join(', ') })}>
              <p>
                {f('settlement.withoutText')} <Link href="/admin/settings#agreements">{f('settlement.toSettings')}</Link>
              </p>
            </Notice>
          )}
          <SettlementTable settlements={settlements} agreements={agreements} locale={locale} />
        </>
      )}
    </div>
  )
}
