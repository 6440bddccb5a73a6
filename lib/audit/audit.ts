import { db, Prisma, type Tx } from '@/lib/db'
import { withoutParticulars } from './without-particulars'

/** Who did what to what, and why. `actor` is `user:<id>`, `shopper` or `system`. */
export type AuditRecord = {
  readonly actor: string
  readonly action: string
  /** What it was done to, as "kind:id": "payment:…", "order:…", "settings". */
  readonly subject: string
  readonly reason?: string
  readonly detail?: Readonly<Record<string, Prisma.InputJsonValue | null>>
}

/** Appends to the audit. Give it the transaction of the deed, so that neither stands without the other. */
export async function audit(tx: Tx, { actor, action, subject, reason, detail }: AuditRecord): Promise<void> {
  await tx.auditEntry.create({ data: { actor, action, subject, reason: reason && withoutParticulars(reason), detail } })
}

/** For deeds with no transaction of ours: a sign-in, a question to a provider. */
export const auditAlone = (entry: AuditRecord): Promise<void> => audit(db(), entry)
