import { namesOfActors } from '@/lib/auth/queries'
import type { Cell } from '@/lib/csv'
import { readKeyset } from '@/lib/keyset'
import { listAudit, type AuditFilter } from './log-queries'

export const auditColumns = ['id', 'at', 'actor', 'name', 'action', 'subject', 'reason', 'detail'] as const

/** The whole filtered audit, newest first, a batch at a time. */
export async function* exportAudit(filter: AuditFilter, batch = 500): AsyncGenerator<Cell[][], void> {
  for (let after: string | null | undefined; after !== null; ) {
    const page = await listAudit(filter, readKeyset({ after }, /^\d+$/), batch)
    const names = await namesOfActors(page.rows.map(({ actor }) => actor))
    yield page.rows.map(({ id, at, actor, action, subject, reason, detail }) => [String(id), at, actor, names.get(actor), action, subject, reason, detail === null ? '' : JSON.stringify(detail)])
    after = page.after
  }
}
