import { db } from '@/lib/db'

/** What people did to these subjects ("payment:…"), oldest first. */
export const auditOf = (subjects: readonly string[]) =>
  db().auditEntry.findMany({
    where: { subject: { in: [...subjects] } },
    orderBy: { id: 'asc' },
    take: 500,
    select: { id: true, at: true, actor: true, action: true, subject: true, reason: true },
  })

/** The last thing done to a subject, or null. */
export const lastAuditOf = (subject: string) =>
  db().auditEntry.findFirst({ where: { subject }, orderBy: { id: 'desc' }, select: { at: true, actor: true } })

/** The last time this was done to a subject, and what came of it, or null. */
export const lastDeed = (action: string, subject: string) =>
  db().auditEntry.findFirst({ where: { action, subject }, orderBy: { id: 'desc' }, select: { at: true, actor: true, detail: true } })
