// The seven calls of ours, each with how its cart is made ready and how one sees at the provider that it happened.
import { randomBytes } from 'node:crypto'
import { createNetgiroClient } from '@/lib/gateways/netgiro/client'
import { createNetgiroGateway } from '@/lib/gateways/netgiro/gateway'
import { env } from '@/lib/env'
import type { CallContext, Outcome } from '@/lib/gateways/gateway'
import { provider } from '../databases'
import { aPhone, control } from '../people'

const base = (origin: string) => ({ baseUrl: `${origin}/sandbox/netgiro/v1`, partnerUrl: `${origin}/sandbox/netgiro/partner`, appKey: env().netgiro.appKey, secretKey: env().netgiro.secretKey, responseSignature: 'verify-if-present' as const })
const direct = () => createNetgiroClient(base(process.env.SANDBOX_ORIGIN ?? ''))
const reference = () => `wire-${randomBytes(12).toString('hex')}`
const amount = 12_400

async function cart(more: { customerId?: string } = {}): Promise<{ id: string; reference: string }> {
  const name = reference()
  const made = await direct().insertCart({ amount, reference: name, customerId: more.customerId ?? aPhone(), confirmationType: 2 })
  if (made.kind !== 'done') throw new Error(`no cart: ${JSON.stringify(made)}`)
  return { id: made.value.transactionId, reference: name }
}
const accepted = async () => {
  const made = await cart()
  await control(`carts/${made.id}/accept`)
  return made
}
const paid = async () => {
  const made = await accepted()
  await direct().confirmCart(made.id)
  return made
}

type Ready = { readonly id: string; readonly reference: string; readonly code?: string }
const ref = ({ id, reference: name }: Ready) => ({ transactionId: id, reference: name, amount: { amount, currency: 'ISK' as const } })
const stateOf = async (name: string) => (await provider<{ state: string }>('SELECT state FROM sandbox.netgiro_cart WHERE reference = $1', [name]))[0]?.state

export type WireCall = {
  readonly name: string
  ready(): Promise<Ready>
  run(origin: string, ready: Ready, context: CallContext): Promise<Outcome<unknown>>
  /** Whether it happened at the provider; null for calls that change nothing. */
  happened(ready: Ready): Promise<boolean | null>
}

const gateway = (origin: string) => createNetgiroGateway(base(origin))

export const wireCalls: readonly WireCall[] = [
  {
    name: 'InsertCart',
    ready: async () => ({ id: '', reference: reference() }),
    run: (origin, { reference: name }, context) =>
      gateway(origin).start({ reference: name, amount: { amount, currency: 'ISK' }, description: 'x', locale: 'is', payer: { kind: 'phone', phone: aPhone() }, captureMode: 'manual', lines: [], callbackUrl: 'http://127.0.0.1:9/x', cancelCallbackUrl: 'http://127.0.0.1:9/x', returnUrl: 'http://127.0.0.1:9/x' }, context),
    happened: async ({ reference: name }) => (await stateOf(name)) !== undefined,
  },
  { name: 'CheckCart', ready: () => cart(), run: (origin, ready, context) => gateway(origin).check(ref(ready), context), happened: async () => null },
  { name: 'ConfirmCart', ready: accepted, run: (origin, ready, context) => gateway(origin).capture(ref(ready), context), happened: async (ready) => (await stateOf(ready.reference)) === 'paid' },
  { name: 'CancelCart', ready: () => cart(), run: (origin, ready, context) => gateway(origin).cancel(ref(ready), context), happened: async (ready) => (await stateOf(ready.reference)) === 'cancelled' },
  {
    name: 'ConfirmCart with the code',
    async ready() {
      const made = await cart({ customerId: '0101302989' })
      const [sms] = await provider<{ code: string }>('SELECT code FROM sandbox.netgiro_sms WHERE cart_id = $1', [made.id])
      return { ...made, code: sms?.code ?? '' }
    },
    async run(origin, ready, context) {
      const submit = gateway(origin).submitCode
      if (!submit) throw new Error('no codes')
      return submit(ref(ready), ready.code ?? '', context)
    },
    happened: async (ready) => ['reserved', 'paid'].includes((await stateOf(ready.reference)) ?? ''),
  },
  {
    name: 'refund',
    ready: paid,
    async run(origin, ready, context) {
      const refund = gateway(origin).refund
      if (!refund) throw new Error('no refunds')
      return refund({ ...ref(ready), idempotencyKey: ready.reference, refund: { amount: 100, currency: 'ISK' }, lines: [], reason: 'x' }, context)
    },
    happened: async (ready) => (await provider('SELECT 1 FROM sandbox.netgiro_refund WHERE idempotency_key = $1', [ready.reference])).length === 1,
  },
  { name: 'transaction', ready: paid, run: (origin, ready, context) => createNetgiroClient(base(origin)).transaction(ready.id, context), happened: async () => null },
]
