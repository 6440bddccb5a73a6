// For misfortunes that choose their own confirmation type, and bring a payment to one state to see what follows.
import { newId } from '@/lib/ids'
import { tryAgain } from '@/lib/payments/start'
import { startAtTill, tryAgainAtTill } from '@/lib/payments/till'
import { provider } from '../databases'
import { aKennitala, aPhone, control, merchantChooses, onThePhone, orderFault, paymentRow, shelf, until, type OrderedFault } from '../people'
import { buy, inTurn, look, losesCallbacks, passDeadline, post, reconciled, state } from './tools'

type Fault = Omit<OrderedFault, 'operation' | 'reference'>
type Start = {
  readonly type: 0 | 1 | 2
  readonly captureBy?: 'shop' | 'merchant'
  readonly named?: 'phone' | 'national_id'
  /** What goes wrong with InsertCart. */
  readonly faults?: readonly Fault[]
  /** The first payment of the order; without one a new order is placed. */
  readonly after?: string
}

/** Starts a payment, of a new order or after another. */
export const open = ({ type, captureBy = 'shop', named = 'phone', faults = [], after }: Start): Promise<string> =>
  inTurn(async () => {
    await merchantChooses({ confirmationType: type, captureBy })
    for (const fault of faults) await orderFault({ ...fault, operation: 'InsertCart' })
    const result = named === 'phone' ? await (after ? tryAgain({ paymentId: after, phone: aPhone() }) : buy(await shelf(3))) : await atTheTill(after)
    if (result.kind !== 'started') throw new Error(`not started: ${result.kind}`)
    return result.paymentId
  })

const actor = 'user:faults'
const atTheTill = (after?: string) => {
  const payer = { kind: 'national_id', nationalId: aKennitala() } as const
  return after ? tryAgainAtTill({ paymentId: after, payer, actor }) : startAtTill({ items: [], amount: 8_900, saleKey: newId(), locale: 'is', actor, locationId: 'L-1', registerId: 'R-2', payer })
}

/** Starts one whose InsertCart tells the cart's state at once, as another reading of the documents has it. */
export const openTold = (start: () => Promise<string>): Promise<string> =>
  inTurn(async () => {
    await control('switches', { insertAnswer: 'state' })
    try {
      return await start()
    } finally {
      await control('switches', { insertAnswer: null })
    }
  })

/** With no callback for it ever to arrive. */
export const quiet = async (id: string) => (await losesCallbacks(id), id)

/** Looks until it is so. */
export const comesTo = (id: string, wanted: string) => until(`payment ${id} comes to ${wanted}`, async () => (await look(id), state(id)), (now) => now === wanted)
/** Reconciles until it is so. */
export const endsAs = (id: string, wanted: string) => until(`payment ${id} ends as ${wanted}`, () => reconciled(id), (now) => now === wanted, 25_000)

/** Faults of one payment's calls; what is already wrong with it stays. */
export const afflict = async (id: string, operation: string, fault: Fault) => orderFault({ ...fault, operation, reference: (await paymentRow(id)).reference })
export const heal = async (id: string) => provider('DELETE FROM sandbox.netgiro_fault WHERE reference = $1', [(await paymentRow(id)).reference])

/** The provider names the transaction, in a callback that says no more than that. */
export const bind = async (id: string) => {
  const status = await post(id, { id })
  if (status !== 200) throw new Error(`a signed callback was answered ${status}`)
}

export const accepts = async (id: string) => {
  const status = await onThePhone(id, 'accept')
  if (status !== 200) throw new Error(`the phone answers ${status}`)
}

/** Nothing was heard of it, its time is over, and now the provider names it: the customer may still accept. */
export async function unheard(start: { type: 0 | 2; after?: string }, end: 'expired' | 'cancelled' = 'expired', before: (id: string) => Promise<unknown> = async () => undefined): Promise<string> {
  const id = await open({ ...start, faults: [{ name: 'answer_lost' }] })
  await losesCallbacks(id)
  await before(id)
  await passDeadline(id)
  await endsAs(id, end)
  await bind(id)
  return id
}

/** The merchant, in the provider's own portal, takes the money of a reservation. */
export const portalTakes = async (id: string) =>
  provider(`UPDATE sandbox.netgiro_cart SET state = 'paid', paid_at = sandbox.netgiro_now(app_key) WHERE reference = $1 AND state = 'reserved'`, [(await paymentRow(id)).reference])

/** The provider ends it by itself. */
export const providerEnds = async (id: string, as: 'declined' | 'lapsed' | 'expired') =>
  provider(
    `UPDATE sandbox.netgiro_cart SET state = $2, closed_at = sandbox.netgiro_now(app_key), invoice_number = CASE WHEN $2 = 'lapsed' THEN invoice_number END WHERE reference = $1`,
    [(await paymentRow(id)).reference, as],
  )
