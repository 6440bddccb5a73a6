// What those who work here write to an order, for themselves. Written once: never changed, never taken away.
import { z } from 'zod'
import { audit } from '@/lib/audit/audit'
import { db, inTransaction } from '@/lib/db'

/** In the units of a textarea's maxlength; a line break counts one. */
export const longestNote = 1_000

/** A note as it is typed. The messages are keys of the admin's words, `problem.*`. */
export const noteText = z
  .string('note_missing')
  // Browsers send a line break as two characters, and count it as one.
  .transform((typed) => typed.replace(/\r\n?/g, '\n').trim())
  .pipe(
    z
      .string()
      .min(1, 'note_missing')
      .max(longestNote, 'note_long')
      // No control characters but tabs and line breaks, no direction overrides: it is read beside what others wrote.
      .regex(/^(?:[\n\t]|[^\p{Cc}\u202a-\u202e\u2066-\u2069])*$/u, 'note_strange'),
  )

export type NoteWish = {
  readonly number: number
  readonly text: string
  /** Who writes, "user:<id>". */
  readonly actor: string
  /** The hidden field of one rendered form: a second click finds the first's note. */
  readonly formKey: string
}

/** `stale`: the form has written another note already. `gone`: no order has the number. */
export async function writeNote({ number, text, actor, formKey }: NoteWish): Promise<'written' | 'stale' | 'gone'> {
  return inTransaction(async (tx) => {
    const order = await tx.order.findUnique({ where: { number }, select: { id: true } })
    if (!order) return 'gone'
    const { count } = await tx.orderNote.createMany({ data: [{ orderId: order.id, text, actor, formKey }], skipDuplicates: true })
    if (count === 0) {
      const earlier = await tx.orderNote.findUniqueOrThrow({ where: { formKey } })
      return earlier.orderId === order.id && earlier.actor === actor && earlier.text === text ? 'written' : 'stale'
    }
    // Without its words: the audit is for deeds, and nothing in it can ever be erased.
    await audit(tx, { actor, action: 'order.note', subject: `order:${number}` })
    return 'written'
  })
}

/** The notes of an order, the latest first. */
export const notesOf = (orderId: string) =>
  db().orderNote.findMany({
    where: { orderId },
    orderBy: { id: 'desc' },
    take: 500,
    select: { id: true, at: true, actor: true, text: true },
  })
