import { gatewayName } from '@/components/admin/gateway-name'
import { FiguresTable } from '@/components/admin/reports/figures-table'
import { Badge } from '@/components/ui/badge'
import { readDay } from '@/lib/days'
import { words, type Locale } from '@/lib/i18n'
import { formatWeekday } from '@/lib/i18n/dates'
import { formatMoney, isk } from '@/lib/money'
import type { Agreements } from '@/lib/reports/agreements'
import type { SettlementRow, Settlements } from '@/lib/reports/settlement'

type Props = { settlements: Settlements; agreements: Agreements; locale: Locale }

/** Each settlement on a line; the column of VAT only where some fee has VAT on it. */
export function SettlementTable({ settlements: { rows, total }, agreements, locale }: Props) {
  const t = words(locale, 'admin')
  const f = words(locale, 'figures')
  const kr = (amount: number | null) => (amount === null ? '–' : formatMoney(isk(amount), locale))
  const withVat = [...agreements.values()].some(({ fee }) => fee?.vatRate)
  const figures = (row: Omit<SettlementRow, 'day' | 'gateway'>) => [
    row.payments,
    kr(row.gross),
    kr(row.refunds),
    kr(row.fee),
    ...(withVat ? [kr(row.feeVat)] : []),
    kr(row.net),
  ]
  return (
    <FiguresTable
      tall
      title={f('settlement.byDay')}
      head={[
        f('settlement.day'),
        f('settlement.payments'),
        f('settlement.gross'),
        t('reports.refunds'),
        f('settlement.fee'),
        ...(withVat ? [f('settlement.feeVat')] : []),
        f('settlement.net'),
      ]}
      rows={rows.toReversed().map((row) => [<Day key="day" row={row} locale={locale} />, ...figures(row)])}
      sum={[t('reports.sum'), ...figures(total)]}
      note={f('settlement.note')}
    />
  )
}

/** When, from whom, and who says so. */
function Day({ row: { day, gateway, payments, named }, locale }: { row: SettlementRow; locale: Locale }) {
  const f = words(locale, 'figures')
  const date = readDay(day)
  const all = payments > 0 && named === payments
  return (
    <span className="grid justify-items-start gap-1 py-1">
      <span className="font-semibold whitespace-nowrap">{date ? formatWeekday(date, locale) : f('settlement.noDay')}</span>
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted">
        {gatewayName(gateway, locale)}
        {date && (
          <Badge tone={all ? 'good' : 'neutral'} className="text-xs">
            {all ? f('settlement.named') : named ? f('settlement.partlyNamed', { named, payments }) : f('settlement.expected')}
          </Badge>
        )}
      </span>
    </span>
  )
}
