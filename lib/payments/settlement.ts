// On which day a payment's money is settled, as its provider says when its books are asked: the daily comparison does.
import { addDays, readDay, startOfDay, writeDay } from '@/lib/days'
import { db } from '@/lib/db'

/** A day further off than this is no settlement of this payment. The reports look no further back either. */
export const furthestSettlementDays = 92

/** The day in a provider's words, which begin with it; undefined for what is none, or none of this payment's. */
export function settlementDayIn(said: string | undefined, begunAt: Date): Date | undefined {
  const day = readDay(/^(\d{4}-\d\d-\d\d)(?:T|\s|$)/.exec(said ?? '')?.[1])
  const begun = startOfDay(begunAt)
  return day && day >= begun && day <= addDays(begun, furthestSettlementDays) ? day : undefined
}

/** Keeps what is said; said otherwise later, the later holds. */
export async function keepSettlementDay({ id, createdAt }: { id: string; createdAt: Date }, said: string | undefined): Promise<void> {
  const day = settlementDayIn(said, createdAt)
  if (!day) return
  await db().$executeRaw`
    INSERT INTO payment_settlement (payment_id, day) VALUES (${id}, ${writeDay(day)}::date)
    ON CONFLICT (payment_id) DO UPDATE SET day = excluded.day, named_at = clock_timestamp() WHERE payment_settlement.day <> excluded.day`
}
