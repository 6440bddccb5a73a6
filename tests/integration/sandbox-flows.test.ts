// The nine flows of the documents, each as the whole sequence of what the provider is told.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { eventually, merchant, receiver, serveSandbox, triple, type Told } from '../support/sandbox-caller'

let sandbox: Awaited<ReturnType<typeof serveSandbox>>
let shop: ReturnType<typeof merchant>
let own: Awaited<ReturnType<typeof receiver>>

beforeAll(async () => {
  sandbox = await serveSandbox()
  own = await receiver()
  shop = merchant(sandbox.origin)
})
afterEach(() => shop.reset())
afterAll(async () => {
  sandbox.stop()
  await own.stop()
})

const started = ({ json }: Told) => `${json.Success} ${json.ResultCode}`
const paid = (told: Told) => told.json.ResultCode === 10200
const status = (told: Told) => told.json.PaymentInfo?.StatusId ?? null

async function smsCode(): Promise<string> {
  const { messages } = (await shop.control('sms')).json as { messages: { code: string }[] }
  return messages[0]?.code ?? ''
}

it('GSM, automatic: 10425 until the customer accepts, then 10200', async () => {
  const inserted = await shop.insert({ ConfirmationType: 0 })
  expect(started(inserted)).toBe('true 200')
  expect(inserted.json.ProcessCartCheckIntervalMiliseconds).toBe(3000)
  const id = String(inserted.json.TransactionId)
  expect(triple(await shop.check(id))).toBe('true false 10425')
  expect(await shop.accept(id)).toBe(200)
  const end = await shop.check(id)
  expect([triple(end), status(end)]).toEqual(['true true 10200', 2])
})

it('GSM, server callback: 10425, a reservation 10429, our 200, then 10200', async () => {
  own.answers.push(500)
  const id = await shop.cart({ ConfirmationType: 1, CallbackUrl: `${own.origin}/gsm1` })
  expect(triple(await shop.check(id))).toBe('true false 10425')
  await shop.accept(id)
  const reserved = await shop.check(id)
  expect([triple(reserved), status(reserved)]).toEqual(['true false 10429', 1])
  await eventually(
    () => own.got.length,
    (count) => count === 1,
  )
  await shop.advance(5_000)
  const end = await eventually(() => shop.check(id), paid)
  expect([triple(end), status(end)]).toEqual(['true true 10200', 2])
})

it('GSM, manual: 10425, a reservation 10426, ConfirmCart 10200', async () => {
  const id = await shop.cart({ ConfirmationType: 2 })
  expect(triple(await shop.check(id))).toBe('true false 10425')
  await shop.accept(id)
  const reserved = await shop.check(id)
  expect([triple(reserved), status(reserved)]).toEqual(['true false 10426', 1])
  const confirmed = await shop.confirm(id)
  expect([triple(confirmed), status(confirmed)]).toEqual(['true true 10200', 2])
  expect(triple(await shop.check(id))).toBe('true true 10200')
})

it('SSN, automatic: 10428, the code by ConfirmCart 10200', async () => {
  const id = await shop.cart({ CustomerId: '111111-1119', ConfirmationType: 0 })
  expect(triple(await shop.check(id))).toBe('true false 10428')
  const confirmed = await shop.confirm(id, await smsCode())
  expect([triple(confirmed), status(confirmed)]).toEqual(['true true 10200', 2])
  expect(triple(await shop.check(id))).toBe('true true 10200')
})

it('SSN, server callback: 10428, the code 10429, our 200, then 10200', async () => {
  own.answers.push(500)
  const id = await shop.cart({ CustomerId: '1111111119', ConfirmationType: 1, CallbackUrl: `${own.origin}/ssn1` })
  expect(triple(await shop.check(id))).toBe('true false 10428')
  expect(triple(await shop.confirm(id, await smsCode()))).toBe('true false 10429')
  expect(triple(await shop.check(id))).toBe('true false 10429')
  await eventually(
    () => own.got.filter(({ path }) => path === '/ssn1').length,
    (count) => count === 1,
  )
  await shop.advance(5_000)
  expect(triple(await eventually(() => shop.check(id), paid))).toBe('true true 10200')
})

it('SSN, manual: 10428, the code 10426, ConfirmCart again 10200', async () => {
  const id = await shop.cart({ CustomerId: '1111111119', ConfirmationType: 2 })
  expect(triple(await shop.check(id))).toBe('true false 10428')
  expect(triple(await shop.confirm(id, await shop.token('1111111119')))).toBe('true false 10426')
  expect(triple(await shop.check(id))).toBe('true false 10426')
  expect(triple(await shop.confirm(id))).toBe('true true 10200')
})

it('AppCode, automatic: paid within InsertCart', async () => {
  const id = await shop.cart({ CustomerId: `500004-${await shop.token('1111111119')}`, ConfirmationType: 0 })
  expect(triple(await shop.check(id))).toBe('true true 10200')
})

it('AppCode, server callback: 10429, our 200, then 10200', async () => {
  own.answers.push(500)
  const id = await shop.cart({
    CustomerId: `500004${await shop.token('1111111119')}`,
    ConfirmationType: 1,
    CallbackUrl: `${own.origin}/app1`,
  })
  expect(triple(await shop.check(id))).toBe('true false 10429')
  await eventually(
    () => own.got.filter(({ path }) => path === '/app1').length,
    (count) => count === 1,
  )
  await shop.advance(5_000)
  expect(triple(await eventually(() => shop.check(id), paid))).toBe('true true 10200')
})

it('AppCode, manual: 10426, ConfirmCart 10200', async () => {
  const id = await shop.cart({ CustomerId: `500004-${await shop.token('1111111119')}`, ConfirmationType: 2 })
  expect(triple(await shop.check(id))).toBe('true false 10426')
  expect(triple(await shop.confirm(id))).toBe('true true 10200')
})
