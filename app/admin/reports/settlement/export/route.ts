import { auditAlone } from '@/lib/audit/audit'
import { needed } from '@/lib/auth/roles'
import { requireRole } from '@/lib/auth/staff'
import { now } from '@/lib/clock'
import { csvResponse, type Cell } from '@/lib/csv'
import { readAgreements } from '@/lib/reports/agreements'
import { readSettlements } from '@/lib/reports/settlement'
import { readSettlementPeriod, settlementPath } from '../../query'

const columns = [
  'settlement_day',
  'gateway',
  'payments',
  'day_named_by_gateway',
  'gross',
  'refunds',
  'expected_fee',
  'expected_fee_vat',
  'expected_net',
] as const

/** The settlements of a period as a file: one line for each day and gateway. What is not known is left empty. */
export async function GET(request: Request): Promise<Response> {
  const { actor } = await requireRole(needed.readReports, settlementPath)
  const { period, said } = readSettlementPeriod(Object.fromEntries(new URL(request.url).searchParams), now())
  const { rows } = await readSettlements(period, await readAgreements())
  await auditAlone({ actor, action: 'reports.export', subject: 'reports', detail: { report: 'settlement', ...said } })
  async function* lines(): AsyncGenerator<Cell[][], void> {
    yield rows.map((row) => [row.day, row.gateway, row.payments, row.named, row.gross, row.refunds, row.fee, row.feeVat, row.net])
  }
  return csvResponse(`settlement-${said.from}-${said.to}.csv`, columns, lines())
}
