// Misfortunes of money on its way back, each with what must come of it at once.
import { newId } from '@/lib/ids'
import { reconcileDue } from '@/lib/payments/reconcile'
import { requestRefund, type RefundAnswer, type RefundWish } from '@/lib/payments/refund'
import { retryRefund, settleRefund } from '@/lib/payments/refund-by-hand'
import { comparePayment } from '@/lib/payments/refund-compare'
import { dyingAt } from '../crashes'
import { provider, shop } from '../databases'
import { onThePhone, orderFault, paymentRow, until } from '../people'
import { becomes, begin, told, type Misfortune } from './tools'

const price = 12_400
const actor = 'user:faults'

export const ask = (paymentId: string, amount: number, more: Partial<RefundWish> = {}): Promise<RefundAnswer> =>
  requestRefund({ paymentId, amount, reason: 'Passaði ekki', actor, formKey: newId(), ...more })

async function paid(): Promise<string> {
  const { id } = await begin()
  await onThePhone(id, 'accept')
  await becomes(id, 'confirmed')
  return id
}

const spoil = async (paymentId: string, name: string, more: { count?: number | null; ms?: number } = {}) =>
  orderFault({ name, operation: 'refund', reference: (await paymentRow(paymentId)).reference, ...more })
const heal = async (paymentId: string) => provider('DELETE FROM sandbox.netgiro_fault WHERE reference = $1', [(await paymentRow(paymentId)).reference])

const row = async (id: string) => (await shop<{ state: string; tries: number }>('SELECT state, tries FROM refund WHERE id = $1', [id]))[0]
const idOf = (answer: RefundAnswer): string => ('refundId' in answer ? answer.refundId : answer.kind)
export const refundDueNow = (id: string) => shop(`UPDATE refund SET next_try_at = clock_timestamp() WHERE id = $1 AND next_try_at IS NOT NULL`, [id])
const triedAgain = async (id: string) => (await refundDueNow(id), await reconcileDue(), row(id))
const settles = (id: string) => until(`refund ${id} succeeds`, () => triedAgain(id), (now) => now?.state === 'succeeded', 12_000)

/** What the provider's books say went back. */
export async function givenBack(paymentId: string): Promise<number> {
  const { reference } = await paymentRow(paymentId)
  const [sum] = await provider<{ n: number }>('SELECT coalesce(sum(r.amount), 0)::int AS n FROM sandbox.netgiro_refund r JOIN sandbox.netgiro_cart c ON c.id = r.cart_id WHERE c.reference = $1', [reference])
  return sum?.n ?? 0
}

export const refundCrashPoints = ['refund.intended', 'exchange.opened.refund', 'exchange.answered.refund', 'refund.answered'] as const

export const ofRefunds: readonly Misfortune[] = [
  ...refundCrashPoints.map((point): Misfortune => ({ type: 2, what: `a worker dies at ${point}`, happen: async (expect) => {
    const id = await paid()
    const formKey = newId()
    expect(await dyingAt(point, () => ask(id, 5_000, { formKey })), 'nobody passed it')
    const again = await ask(id, 5_000, { formKey })
    expect(again.kind === 'asked', `the click after it was told ${again.kind}`)
    await settles(idOf(again))
    expect((await givenBack(id)) === 5_000, `${await givenBack(id)} went back`)
  } })),
  ...(['answer_lost', 'error_500_after_effect', 'html', 'cut_json', 'no_answer'] as const).map((name): Misfortune => ({ type: 2, what: `the answer to a refund is spoilt: ${name}`, happen: async (expect) => {
    const id = await paid()
    await spoil(id, name)
    const answer = await ask(id, 9_000)
    expect(answer.kind === 'asked' && answer.state === 'unknown', `it is told as ${JSON.stringify(answer)}`)
    expect((await ask(id, 3_401)).kind === 'too_much', 'what may have gone back could be asked for again')
    await settles(idOf(answer))
    expect((await givenBack(id)) === 9_000, `${await givenBack(id)} went back`)
  } })),
  { type: 2, what: 'a refund is refused by name, and asked for anew', happen: async (expect) => {
    const id = await paid()
    await spoil(id, 'refuse')
    const refused = await ask(id, price)
    expect(refused.kind === 'asked' && refused.state === 'refused', `a refusal is ${JSON.stringify(refused)}`)
    const anew = await ask(id, price)
    expect(anew.kind === 'asked' && anew.state === 'succeeded', `what was refused cannot be asked for anew: ${JSON.stringify(anew)}`)
    expect((await givenBack(id)) === price, `${await givenBack(id)} went back`)
  } },
  { type: 2, what: 'the answer to a refund is lost, and its repetition is refused', happen: async (expect) => {
    const id = await paid()
    await spoil(id, 'answer_lost')
    const refundId = idOf(await ask(id, 8_000))
    await spoil(id, 'refuse')
    const after = await until('it is tried again', () => triedAgain(refundId), (now) => now?.tries === 2 && now.state !== 'sent')
    expect(after?.state === 'unknown', `a refund that may have been made is ${after?.state}`)
    expect(await told(id, 'refund_unclear'), 'nobody is told of it')
    expect((await ask(id, 8_000)).kind === 'too_much', 'what may have gone back could be asked for again')
    const made = (await givenBack(id)) === 8_000
    expect((await settleRefund({ refundId, made, actor, reason: 'Úr bókum Netgíró' })) === 'succeeded', 'what a person read in the books was not taken down')
  } },
  { type: 2, what: 'a worker dies, and the repetition of its refund is refused', happen: async (expect) => {
    const id = await paid()
    expect(await dyingAt('refund.answered', () => ask(id, 6_000)), 'nobody passed it')
    const [found] = await shop<{ id: string }>('SELECT id FROM refund WHERE payment_id = $1', [id])
    await spoil(id, 'refuse')
    await until('another tries', () => triedAgain(found?.id ?? ''), (now) => now?.tries === 2 && now.state !== 'sent')
    expect((await row(found?.id ?? ''))?.state === 'unknown', `a refund that was made is ${(await row(found?.id ?? ''))?.state}`)
    expect(await told(id, 'refund_unclear'), 'nobody is told of it')
  } },
  { type: 2, what: 'nothing is ever heard of a refund, and a person tries once more', happen: async (expect) => {
    const id = await paid()
    await spoil(id, 'no_answer', { count: null })
    const refundId = idOf(await ask(id, price))
    await until('nobody tries any more', () => triedAgain(refundId), (now) => now?.tries === 7 && now.state !== 'sent', 30_000)
    expect((await row(refundId))?.state === 'unknown', `it is ${(await row(refundId))?.state}`)
    expect(await told(id, 'refund_unclear'), 'nobody is told of it')
    await heal(id)
    expect((await retryRefund(refundId, actor)) === 'succeeded', 'another try did not help')
  } },
  { type: 2, what: 'a refund outlives the claim of who sent it', happen: async (expect) => {
    const id = await paid()
    await spoil(id, 'slow', { ms: 1_400 })
    const answer = ask(id, 7_000)
    await until('another takes it up', async () => (await shop('UPDATE refund SET next_try_at = clock_timestamp() WHERE payment_id = $1 AND next_try_at IS NOT NULL', [id]), await reconcileDue(), givenBack(id)), (sum) => sum > 0, 12_000)
    await settles(idOf(await answer))
    expect((await givenBack(id)) === 7_000, `${await givenBack(id)} went back`)
  } },
  { type: 2, what: 'twenty clicks on one refund', happen: async (expect) => {
    const id = await paid()
    const formKey = newId()
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(id, 1_000, { formKey })))
    expect(new Set(answers.map(idOf)).size === 1, `twenty clicks became ${new Set(answers.map(idOf)).size} refunds`)
    expect((await givenBack(id)) === 1_000, `${await givenBack(id)} went back`)
  } },
  { type: 2, what: 'the books are compared while money goes back', happen: async (expect) => {
    const id = await paid()
    for (const name of ['slow', 'html', 'error_500_after_effect']) await orderFault({ name, operation: 'transaction', reference: (await paymentRow(id)).reference, ms: 200 })
    const differences = new Set<string>()
    let going = true
    const comparing = Array.from({ length: 4 }, async () => {
      while (going) for (const one of (await comparePayment(id))?.differences ?? []) differences.add(one)
    })
    for (let i = 0; i < 12; i++) await ask(id, 1_000)
    going = false
    await Promise.all(comparing)
    expect(!differences.size, `books that agree are said to differ: ${[...differences].join(', ')}`)
    expect(!(await told(id, 'refund_differs')), 'somebody was told that the books differ')
  } },
]
