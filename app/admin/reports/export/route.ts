import { auditAlone } from '@/lib/audit/audit'
import { needed } from '@/lib/auth/roles'
import { requireRole } from '@/lib/auth/staff'
import { now } from '@/lib/clock'
import { csvResponse, type Cell } from '@/lib/csv'
import { readReport } from '@/lib/reports/queries'
import { readPeriod, reportsPath } from '../query'

/** The days of a report as a file: one line a day, a year at most. */
export async function GET(request: Request): Promise<Response> {
  const { actor } = await requireRole(needed.readReports, reportsPath)
  const { period, said } = readPeriod(Object.fromEntries(new URL(request.url).searchParams), now())
  const { days } = await readReport(period)
  await auditAlone({ actor, action: 'reports.export', subject: 'reports', detail: said })
  async function* lines(): AsyncGenerator<Cell[][], void> {
    yield days.map(({ day, orders, sales, refunds }) => [day, orders, sales, refunds, sales - refunds])
  }
  return csvResponse(`sales-${said.from}-${said.to}.csv`, ['day', 'orders', 'sales', 'refunds', 'net'], lines())
}
