import type { Tx } from '@/lib/db'

export type Written = { readonly to: string; readonly subject: string; readonly lines: readonly string[] }

/** Writes a mail of an account down, once for its outbox row. */
export async function writeMail(tx: Tx, outboxKey: string, { to, subject, lines }: Written): Promise<void> {
  await tx.mail.createMany({ data: [{ outboxKey, to, subject, text: lines.join('\n') }], skipDuplicates: true })
}
