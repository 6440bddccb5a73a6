// A provider's POST. A hint like any other, with one exception: where the provider waits for our answer to its
// callback, our 200 is the decision to take the money, and is given only after that decision is committed.
import { auditAlone } from '@/lib/audit/audit'
import type { Payment } from '@/lib/generated/prisma/client'
import { db, type Prisma } from '@/lib/db'
import type { CallbackReading } from '@/lib/gateways/gateway'
import { idPattern } from '@/lib/ids'
import { log } from '@/lib/log'
import { callbackUrl, isCallbackToken, type CallbackKind } from './addresses'
import { openAttention } from './attention'
import { crashPoint } from './crash-point'
import { gatewayNamed, isGateway } from './gateways'
import { isActive, type State } from './machine'
import { record, type By } from './record'
import { hearNow, refreshPayment } from './refresh'

export type Notification = {
  readonly gateway: string
  readonly paymentId: string
  readonly token: string
  readonly kind: CallbackKind
  readonly headers: Headers
  readonly body: Uint8Array
}

export type Verdict = 'accepted' | 'forged' | 'malformed' | 'mismatch' | 'refused'
/** 200 acknowledged · 400 not readable · 401 forged · 404 no such address · 409 not for this payment, or not to be honoured · 503 ask again */
export type Answer = 200 | 400 | 401 | 404 | 409 | 503

const by: By = { cause: 'callback', actor: 'provider' }
/** The provider gives up on us after some seconds; a decision that takes longer is no decision. */
const waitMs = 3_000

/** Takes in one callback. Unknown addresses cost one hash and no query; nothing of a body is believed. */
export async function receiveCallback(post: Notification): Promise<Answer> {
  if (!isGateway(post.gateway) || !idPattern.test(post.paymentId) || !isCallbackToken(post.gateway, post.paymentId, post.token)) return 404
  const payment = await db().payment.findUnique({ where: { id: post.paymentId } })
  if (!payment || payment.gateway !== post.gateway) return 404

  const registeredUrl = callbackUrl(post.gateway, post.paymentId, post.kind)
  const reading = gatewayNamed(post.gateway).readCallback({ registeredUrl, headers: post.headers, body: post.body })
  return (await takeIn(payment, reading, post.kind)).answer
}

/**
 * A stored callback once more, at the wish of a person: stored again, and judged by the same judge as the first time.
 * Only what was found out then is known now, so it is trusted with less: nothing of its body is acted on, what was
 * forged, unreadable or about something else stays so, and since nobody waits for an answer it never is a yes.
 */
export async function replayCallback({ id, actor }: { id: bigint; actor: string }): Promise<Verdict | 'gone'> {
  const stored = await db().callback.findUnique({ where: { id }, include: { payment: true } })
  if (!stored) return 'gone'
  await auditAlone({ actor, action: 'callback.replay', subject: `payment:${stored.paymentId}`, detail: { callback: String(id) } })
  const { payment, verdict: before } = stored
  const reading = { signature: stored.signature as CallbackReading['signature'], parsed: before !== 'malformed', view: stored.body as CallbackReading['view'] }
  const replay = { of: stored.replayOf ?? id, actor, aboutAnother: before === 'mismatch' }
  return (await takeIn(payment, reading, stored.kind as CallbackKind, replay)).verdict
}

type Replay = { readonly of: bigint; readonly actor: string; readonly aboutAnother: boolean }

/** Stored before it is judged: whatever becomes of this process, it can be seen that it came. */
async function takeIn(payment: Payment, reading: CallbackReading, kind: CallbackKind, replay?: Replay): Promise<{ verdict: Verdict; answer: Answer }> {
  const { signature, view } = reading
  const row = await db().callback.create({
    data: { paymentId: payment.id, gateway: payment.gateway, kind, signature, verdict: 'received', body: view as Prisma.InputJsonObject, replayOf: replay?.of },
    select: { id: true },
  })
  crashPoint('callback.stored')
  const judged = await judge(payment, reading, kind, replay)
  const { verdict, answer } = judged
  await db().callback.update({ where: { id: row.id }, data: { verdict, answered: replay ? null : answer } })
  crashPoint('callback.before_answer')
  if (verdict !== 'accepted' && !replay) log.warn({ payment: payment.id, verdict, answer, signature }, 'callback not accepted')
  return judged
}

async function judge(payment: Payment, reading: CallbackReading, kind: CallbackKind, replay?: Replay): Promise<{ verdict: Verdict; answer: Answer }> {
  if (reading.signature === 'invalid') return { verdict: 'forged', answer: 401 }
  const signed = reading.signature === 'valid'
  if (signed && !reading.parsed) return { verdict: 'malformed', answer: 400 }
  if (signed && reading.reference !== undefined && reading.reference !== payment.reference) {
    await openAttention(db(), payment.id, 'amount_mismatch', 'a signed callback named the reference of another payment')
    return { verdict: 'mismatch', answer: 409 }
  }
  const otherAmount = signed && reading.amount && (reading.amount.amount !== payment.amount || reading.amount.currency !== payment.currency)
  if (otherAmount) await openAttention(db(), payment.id, 'amount_mismatch', `a signed callback named ${reading.amount.amount} ${reading.amount.currency}`)
  if (signed && reading.transactionId && reading.reference === payment.reference && !payment.transactionId) {
    await record(payment.id, { signal: 'bind', transactionId: reading.transactionId }, by)
  }
  await dueNow(payment)
  const waits = payment.captureMode === 'callback' && kind === 'callback' && !replay
  const look = () => refreshPayment(payment.id, 'callback', { waitMs, actor: replay?.actor })
  if (otherAmount || replay?.aboutAnother) {
    await look()
    return { verdict: 'mismatch', answer: waits ? 409 : 200 }
  }
  if (waits) return decide(payment)
  // Stored, and due: whether our own look finishes in time changes nothing about that.
  await look()
  return { verdict: 'accepted', answer: 200 }
}

/** Whatever becomes of this process, the next look at the payment is due. */
async function dueNow(payment: Payment): Promise<void> {
  if (!isActive(payment.state as State) && !payment.transactionId) return
  await db().$executeRaw`UPDATE payment SET next_check_at = clock_timestamp() WHERE id = ${payment.id} AND next_check_at > clock_timestamp()`
}

/**
 * The provider holds a reservation and waits: yes only after a look of our own, made since it asked, and only for
 * a payment whose order can be honoured, committed first. A yes once given is given again.
 */
async function decide(payment: Payment): Promise<{ verdict: Verdict; answer: Answer }> {
  const heard = isHonoured(payment) || (await hearNow(payment.id, by, waitMs))
  if (heard) await record(payment.id, { signal: 'honour', onlyIf: mayBeHonoured }, by)
  crashPoint('callback.honoured')
  const after = await db().payment.findUniqueOrThrow({ where: { id: payment.id } })
  if (isHonoured(after)) return { verdict: 'accepted', answer: 200 }
  const undecided = !heard || ['created', 'sent', 'unknown', 'pending', 'needs_code'].includes(after.state) || after.unknownSince !== null
  return undecided && !after.cancelBy ? { verdict: 'accepted', answer: 503 } : { verdict: 'refused', answer: 409 }
}

const isHonoured = (p: Payment): boolean => p.state === 'confirmed' || (p.state === 'reserved' && p.honouredAt !== null)

const mayBeHonoured = (p: Payment, { orderOpen }: { orderOpen: boolean }): boolean =>
  orderOpen && !p.needsYes && !p.cancelBy && p.honouredAt === null && p.captureMode === 'callback'
