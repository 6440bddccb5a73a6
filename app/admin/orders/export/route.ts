import { readOrdersQuery } from '@/app/admin/query'
import { auditAlone } from '@/lib/audit/audit'
import { atLeast, needed } from '@/lib/auth/roles'
import { requireRole } from '@/lib/auth/staff'
import { now } from '@/lib/clock'
import { csvResponse } from '@/lib/csv'
import { writeDay } from '@/lib/days'
import { exportOrders, orderColumns } from '@/lib/orders/export'
import { countOrders } from '@/lib/orders/merchant-queries'

/** The filtered orders as a file, in the list's own order; who took it is in the audit. What was searched for is not: it may be a name. */
export async function GET(request: Request): Promise<Response> {
  const { actor, role } = await requireRole(needed.read)
  const { filter, search, sort } = readOrdersQuery(Object.fromEntries(new URL(request.url).searchParams))
  const particulars = atLeast(role, needed.readParticulars)
  await auditAlone({ actor, action: 'orders.export', subject: 'orders', detail: { filter, sort, searched: search !== '', particulars } })
  const query = { filter, search, sort, particulars }
  return csvResponse(`orders-${writeDay(now())}.csv`, orderColumns(particulars), exportOrders(query), await countOrders(query))
}
