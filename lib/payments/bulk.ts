// The same deed for several orders at once. Each is done, and audited, as if it were asked for alone, and each has an
// answer of its own: what becomes of one never decides about another.
import { db } from '@/lib/db'
import { log } from '@/lib/log'
import { goodsDeeds, stepForOne, type GoodsDeed, type GoodsOutcome } from './bulk-goods'
import { checkByHand, confirmByHand } from './by-hand'
import { isActive, type State } from './machine'

/** The most orders of one click: two pages of them. */
export const mostAtOnce = 50

export const bulkDeeds = ['check', 'confirm', ...goodsDeeds] as const
export type BulkDeed = (typeof bulkDeeds)[number]

/**
 * `nothing`: no payment of the order can be asked about, or none waits for a person. `not_begun`: the time of the whole
 * was over first. `trouble`: an error of ours, which is in the log. `gone`: no such order. The others are by-hand.ts's and fulfil.ts's.
 */
export type BulkOutcome = 'done' | 'slow' | 'confirmed' | 'unknown' | 'not_reserved' | 'nothing' | 'not_begun' | 'trouble' | 'gone' | GoodsOutcome
export type BulkResult = { readonly number: number; readonly outcome: BulkOutcome }

const atOnce = 4

/** Nothing is begun after `budgetMs`: whoever clicked waits for an answer, and the provider may give none. */
export async function doForOrders(
  deed: BulkDeed,
  numbers: readonly number[],
  { actor, budgetMs = 20_000 }: { actor: string; budgetMs?: number },
): Promise<BulkResult[]> {
  const endsAt = performance.now() + budgetMs
  const waiting = numbers.slice(0, mostAtOnce).entries()
  const results: BulkResult[] = []
  async function worker() {
    for (const [i, number] of waiting)
      results[i] = { number, outcome: performance.now() > endsAt ? 'not_begun' : await doFor(deed, number, actor) }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return results
}

async function doFor(deed: BulkDeed, number: number, actor: string): Promise<BulkOutcome> {
  try {
    if (isOfGoods(deed)) return await stepForOne(deed, number, actor)
    const order = await db().order.findUnique({ where: { number }, select: { payments: { orderBy: { createdAt: 'desc' } } } })
    if (!order) return 'gone'
    const payment =
      order.payments.find(suits[deed]) ?? (deed === 'check' ? order.payments.find(({ transactionId }) => transactionId) : undefined)
    if (!payment) return 'nothing'
    return await (deed === 'check' ? checkByHand : confirmByHand)({ paymentId: payment.id, actor })
  } catch (err) {
    log.error({ err, order: number, deed }, 'a deed for several orders failed for one of them')
    return 'trouble'
  }
}

const isOfGoods = (deed: BulkDeed): deed is GoodsDeed => (goodsDeeds as readonly string[]).includes(deed)

type Candidate = { readonly state: string; readonly transactionId: string | null; readonly captureMode: string; readonly needsYes: boolean }

/** Which of an order's payments is meant: of the live one there is one at most. */
const suits: Record<Exclude<BulkDeed, GoodsDeed>, (payment: Candidate) => boolean> = {
  check: ({ state, transactionId }) => transactionId !== null && (isActive(state as State) || state === 'confirmed'),
  confirm: ({ state, captureMode, needsYes }) => state === 'reserved' && captureMode === 'manual' && !needsYes,
}
