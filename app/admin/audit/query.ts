import { z } from 'zod'
import { knownDeeds } from '@/components/admin/deed-text'
import type { AuditFilter } from '@/lib/audit/log-queries'
import { addDays, readDay, writeDay } from '@/lib/days'
import { idPattern } from '@/lib/ids'

export const auditPath = '/admin/audit'

// Whatever can't be read counts as not said: an old or mistyped link still shows the audit.
const shape = z.object({
  person: z.string().regex(idPattern).optional().catch(undefined),
  action: z.enum(knownDeeds).optional().catch(undefined),
  order: z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined),
})

type Query = Readonly<Record<string, string | string[] | undefined>>

/** What the address asks for, as the audit is filtered, and as it is said in an address and a form. */
export function readAuditQuery(query: Query): { filter: AuditFilter; said: Record<'person' | 'action' | 'order' | 'from' | 'to', string> } {
  const { person, action, order } = shape.parse(query)
  const from = readDay(query.from)
  const to = readDay(query.to)
  return {
    filter: { actor: person && `user:${person}`, action, order, from, until: to && addDays(to, 1) },
    said: { person: person ?? '', action: action ?? '', order: order ? String(order) : '', from: from ? writeDay(from) : '', to: to ? writeDay(to) : '' },
  }
}
