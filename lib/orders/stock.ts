// Goods promised and gone. Every statement is conditional: the row's CHECK is the last line, not the first.
// Rows are always touched in the order of their ids, so that two orders never wait for each other.
import { Prisma, type Tx } from '@/lib/db'

/** A line without a variant is an amount of money: nothing on a shelf answers to it. */
export type Quantity = { readonly variantId: number | null; readonly quantity: number }
type Goods = { readonly variantId: number; readonly quantity: number }

const byVariant = (lines: readonly Quantity[]): Goods[] =>
  lines.flatMap(({ variantId, quantity }) => (variantId === null ? [] : { variantId, quantity })).sort((a, b) => a.variantId - b.variantId)

/** Holds all the lines or none; the answer names the first that could not be had. */
export async function holdStock(tx: Tx, lines: readonly Quantity[]): Promise<{ held: true } | { held: false; variantId: number }> {
  const done: Goods[] = []
  for (const line of byVariant(lines)) {
    const changed = await tx.$executeRaw`
      UPDATE variant SET held = held + ${line.quantity} WHERE id = ${line.variantId} AND on_hand - held >= ${line.quantity}`
    if (changed !== 1) {
      await releaseStock(tx, done)
      return { held: false, variantId: line.variantId }
    }
    done.push(line)
  }
  return { held: true }
}

/** Gives back what was held. */
export async function releaseStock(tx: Tx, lines: readonly Quantity[]): Promise<void> {
  for (const { variantId, quantity } of byVariant(lines)) {
    await expectOne(tx, Prisma.sql`UPDATE variant SET held = held - ${quantity} WHERE id = ${variantId} AND held >= ${quantity}`)
  }
}

/** Turns a hold into a sale. */
export async function sellHeldStock(tx: Tx, lines: readonly Quantity[]): Promise<void> {
  for (const { variantId, quantity } of byVariant(lines)) {
    await expectOne(tx, Prisma.sql`
      UPDATE variant SET held = held - ${quantity}, on_hand = on_hand - ${quantity} WHERE id = ${variantId} AND held >= ${quantity}`)
  }
}

async function expectOne(tx: Tx, statement: Prisma.Sql): Promise<void> {
  if ((await tx.$executeRaw(statement)) !== 1) throw new Error('stock: a hold was missing; the transaction is rolled back')
}
