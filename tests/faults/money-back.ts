// What a merchant does with a payment that was taken: gives back all of it or a part, several times, at once, and looks
// into both books. Who finds no clear answer tries again, or notes down what the provider's books say.
import { newId } from '@/lib/ids'
import { requestRefund } from '@/lib/payments/refund'
import { retryRefund, settleRefund } from '@/lib/payments/refund-by-hand'
import { comparePayment } from '@/lib/payments/refund-compare'
import type { Actor } from './histories'
import { provider, shop } from './databases'
import { paymentRow, pause } from './people'

const refundFaults = ['answer_lost', 'answer_lost', 'no_answer', 'error_500_after_effect', 'html', 'cut_json', 'refuse', 'slow'] as const
const bookFaults = ['no_answer', 'error_500_after_effect', 'html', 'cut_json', 'slow'] as const
const actor = 'user:faults'

export async function moneyBack({ random, deed, fault }: Actor, paymentId: string): Promise<void> {
  const { state, reference } = await paymentRow(paymentId)
  if (!(state === 'confirmed' || state === 'surplus') || !random.chance(0.6)) return
  const [row] = await shop<{ amount: number }>('SELECT amount FROM payment WHERE id = $1', [paymentId])
  const total = row?.amount ?? 0
  for (let round = random.between(1, 2); round > 0; round--) {
    await fault('refund', refundFaults, reference)
    await fault('transaction', bookFaults, reference)
    const wish = () => {
      const amount = random.chance(0.3) ? total : random.between(1, total)
      const formKey = newId()
      return () => deed(() => requestRefund({ paymentId, amount, reason: 'Passaði ekki', actor, formKey }))
    }
    const wishes = Array.from({ length: random.between(1, 4) }, wish)
    const look = () => deed(() => comparePayment(paymentId))
    const clicks = [...wishes, ...(random.chance(0.3) ? wishes.slice(0, 1) : []), ...(random.chance(0.5) ? [look] : [])]
    if (random.chance(0.6)) await Promise.all(clicks.map((click) => click()))
    else for (const click of clicks) await click()
    await pause(random.between(0, 200))
    await withoutAnswer()
  }

  async function withoutAnswer(): Promise<void> {
    const open = await shop<{ id: string; tried: boolean }>(`SELECT id, next_try_at IS NULL AS tried FROM refund WHERE payment_id = $1 AND state = 'unknown'`, [paymentId])
    for (const { id: refundId, tried } of open) {
      if (tried && random.chance(0.5)) await deed(async () => settleRefund({ refundId, made: await isBooked(refundId), actor, reason: 'Úr bókum Netgíró' }))
      else if (random.chance(0.4)) await deed(() => retryRefund(refundId, actor))
    }
  }
}

const isBooked = async (refundId: string): Promise<boolean> => (await provider('SELECT 1 FROM sandbox.netgiro_refund WHERE idempotency_key = $1', [refundId])).length > 0
