import { auditAlone } from '@/lib/audit/audit'
import { auditColumns, exportAudit } from '@/lib/audit/export'
import { countAudit } from '@/lib/audit/log-queries'
import { needed } from '@/lib/auth/roles'
import { requireRole } from '@/lib/auth/staff'
import { now } from '@/lib/clock'
import { csvResponse } from '@/lib/csv'
import { writeDay } from '@/lib/days'
import { auditPath, readAuditQuery } from '../query'

/** The filtered audit as a file; that it was taken is in the audit too. */
export async function GET(request: Request): Promise<Response> {
  const { actor } = await requireRole(needed.exportAudit, auditPath)
  const { filter, said } = readAuditQuery(Object.fromEntries(new URL(request.url).searchParams))
  await auditAlone({ actor, action: 'audit.export', subject: 'audit', detail: said })
  return csvResponse(`audit-${writeDay(now())}.csv`, auditColumns, exportAudit(filter), await countAudit(filter))
}
