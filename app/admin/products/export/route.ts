import { readProductsQuery } from '@/app/admin/products/query'
import { auditAlone } from '@/lib/audit/audit'
import { needed } from '@/lib/auth/roles'
import { requireRole } from '@/lib/auth/staff'
import { columns } from '@/lib/catalogue/merchant/csv/columns'
import { exportProducts } from '@/lib/catalogue/merchant/csv/export'
import { now } from '@/lib/clock'
import { csvResponse } from '@/lib/csv'
import { writeDay } from '@/lib/days'

/** The filtered products as a file that can be changed and read in again; who took it is in the audit. */
export async function GET(request: Request): Promise<Response> {
  const { actor } = await requireRole(needed.editProducts, '/admin/products')
  const { view } = readProductsQuery(Object.fromEntries(new URL(request.url).searchParams))
  await auditAlone({ actor, action: 'products.export', subject: 'products', detail: view })
  return csvResponse(`products-${writeDay(now())}.csv`, columns, exportProducts(view))
}
