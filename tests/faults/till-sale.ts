// A sale at the till in a random history: the customer is named by phone, kennitala or app code, reads out right codes
// and wrong ones, walks off or pays.
import { newId } from '@/lib/ids'
import { cancelPayment } from '@/lib/payments/cancel'
import type { TillPayer } from '@/lib/payments/payer'
import { pollStatus } from '@/lib/payments/read'
import { submitCode } from '@/lib/payments/submit-code'
import { abandonSale, startAtTill, tryAgainAtTill } from '@/lib/payments/till'
import { afterwards, callbackFaults, insertFaults, laterFaults, placed, started, type Actor } from './histories'
import { moneyBack } from './money-back'
import { aKennitala, anAppCode, aPhone, codeOf, onThePhone, paymentRow, pause, wrongCode } from './people'

const actor = 'user:faults'

export async function oneSale(own: Actor, variantId: number): Promise<void> {
  const { random, deed, fault } = own
  const items = random.chance(0.7) ? [{ variantId, quantity: 1 }] : []
  const sale = { items, amount: items.length && random.chance(0.5) ? 0 : 1_240, saleKey: newId(), locale: 'is' as const, actor, locationId: 'L-1', registerId: 'R-2' }
  await fault('InsertCart', insertFaults)
  let payer = await somebody(own)
  const click = () => deed(() => startAtTill({ ...sale, payer }))
  const clicks = await Promise.all(random.chance(0.2) ? [click(), click()] : [click()])
  let paymentId = started(clicks) ?? (await placed(sale.saleKey)) ?? started([await click()])

  for (let attempt = 0; paymentId && attempt < 3; attempt++) {
    const id = paymentId
    const { reference } = await paymentRow(id)
    for (const operation of ['CheckCart', 'ConfirmCart', 'CancelCart']) await fault(operation, laterFaults, reference)
    for (const operation of ['callback', 'cancel-callback']) await fault(operation, callbackFaults, reference)
    await Promise.all([customer(own, id, payer), cashier(own, id)])
    await afterwards(own, id)
    const { state } = await paymentRow(id)
    if (!['declined', 'cancelled', 'expired', 'failed'].includes(state)) return moneyBack(own, id)
    if (random.chance(0.3)) {
      await deed(() => abandonSale(id))
      return
    }
    await fault('InsertCart', insertFaults)
    payer = await somebody(own)
    paymentId = started([await deed(() => tryAgainAtTill({ paymentId: id, payer, actor }))])
    if (paymentId === id) return
  }
}

async function somebody({ random }: Actor): Promise<TillPayer> {
  const kind = random.pick(['phone', 'national_id', 'national_id', 'national_id', 'app_code'] as const)
  if (kind === 'phone') return { kind, phone: aPhone() }
  return kind === 'national_id' ? { kind, nationalId: aKennitala() } : { kind, code: await anAppCode() }
}

async function customer({ random, deed, count }: Actor, id: string, payer: TillPayer): Promise<void> {
  await pause(random.between(0, 300))
  if (payer.kind === 'phone') {
    count()
    await onThePhone(id, random.pick(['accept', 'accept', 'accept', 'reject', 'ignore']))
  }
  if (payer.kind !== 'national_id') return
  const code = await codeOf(id)
  if (!code) return
  const wrong = random.chance(0.1) ? 6 : random.pick([0, 0, 0, 1, 2])
  for (let i = 0; i < wrong; i++) await deed(() => submitCode(id, wrongCode(code), actor))
  const right = () => deed(() => submitCode(id, code, actor))
  if (random.chance(0.85)) await (random.chance(0.2) ? Promise.all([right(), right()]) : right())
  // Whoever was told that it is not clear gives it again.
  if (random.chance(0.3)) await right()
}

/** The till's page, and now and then somebody who calls it off. */
async function cashier({ random, deed }: Actor, id: string): Promise<void> {
  for (let polls = random.between(2, 6); polls > 0; polls--) {
    await deed(() => pollStatus(id))
    await pause(random.between(20, 200))
  }
  if (random.chance(0.15)) await deed(() => cancelPayment(id, { actor, who: 'merchant' }))
}
