import type { Tx } from '@/lib/db'
import { env } from '@/lib/env'

export type NewMail = { readonly outboxKey: string; readonly to: string; readonly subject: string; readonly text: string }

/** Writes a mail, once for its key: to be posted where a server is set (post.ts), else kept for the sandbox's mailbox. */
export async function writeMail(tx: Tx, mail: NewMail): Promise<void> {
  await tx.mail.createMany({ data: [{ ...mail, state: env().smtp ? 'due' : 'kept' }], skipDuplicates: true })
}
