import { transaction, type Sql } from '../../db'
import { stateCode } from '../answers'
import { deliverDue } from '../deliver'
import { ok, type Answer, type Call } from '../call'
import { insertCart, sandboxNow, type Cart, type ConfirmationType } from '../carts'
import { codes, messages } from '../codes'
import { codeOfAmount, magicOf, recognise, type Magic } from '../customers'
import { customerAccepts } from '../journey'
import { newCode, takeToken } from '../tokens'
import { hasNoCredit, readTraits } from '../traits'
import { complaint, confirmationType, insertRequest } from '../wire'
import type { InsertAnswer } from '../wire-answers'
import type { z } from 'zod'

type Request = z.infer<typeof insertRequest>

const refuse = (code: number, message = messages[code] ?? 'Error', status = 200): Answer => ({
  status,
  body: {
    TransactionId: null,
    ProcessCartCheckIntervalMiliseconds: null,
    Success: false,
    Message: message,
    ResultCode: code,
  } satisfies InsertAnswer,
})

/** POST /v1/Checkout/InsertCart: makes a cart and asks the customer. */
export async function insertCartOperation(call: Call): Promise<Answer> {
  const { members, switches, faults } = call
  const parsed = insertRequest.safeParse(members)
  if (!parsed.success) {
    return refuse(codes.genericError, complaint(parsed.error), switches.missingMember === 'http-400' ? 400 : 200)
  }
  const request = parsed.data
  const type = typeOf(call, request)
  if (typeof type === 'object') return type.refused
  if (request.amount < switches.minimumAmount) return refuse(codes.minimumAmount)
  const forced = codeOfAmount(request.amount)
  if (forced) return refuse(forced)

  const made = await transaction(async (tx) => {
    const now = await sandboxNow(tx, call.provider.appKey)
    return make(tx, call, request, type, now)
  })
  if ('refused' in made) return made.refused
  if (faults.has('callback_before_answer')) await deliverDue(made.cart.id)
  return ok({
    TransactionId: made.cart.id,
    ProcessCartCheckIntervalMiliseconds: switches.checkIntervalMs,
    Success: true,
    Message: null,
    ResultCode: switches.insertAnswer === 'state' ? stateCode(made.cart, switches) : codes.success,
  } satisfies InsertAnswer)
}

function typeOf({ members, switches }: Call, request: Request): ConfirmationType | { readonly refused: Answer } {
  const alias = switches.confirmationCodeAlias === 'on' ? members.confirmationcode : undefined
  const given = confirmationType.safeParse(members.confirmationtype ?? alias)
  if (!given.success) return { refused: refuse(codes.confirmationTypeNotValid) }
  const byUrl = switches.missingConfirmationType === 'by-callback-url' && request.callbackurl ? 1 : 0
  if (given.data === undefined && switches.missingConfirmationType === 'refuse') return { refused: refuse(codes.confirmationTypeNotValid) }
  const type = given.data ?? byUrl
  if (type !== 1 || request.callbackurl) return type
  return { refused: refuse(switches.serverCallbackWithoutUrl, 'CallbackUrl must be given for server callback') }
}

type Made = { readonly cart: Cart } | { readonly refused: Answer }

async function make(tx: Sql, call: Call, request: Request, type: ConfirmationType, now: Date): Promise<Made> {
  const { provider, switches, faults, scenario } = call
  const unknown: Made = { refused: refuse(switches.notACustomer, messages[codes.customerUnknown]) }
  const recognised = recognise(request.customerid)
  if (!recognised) return unknown

  const byToken = recognised.kind === 'app_code' || recognised.kind === 'token'
  const customer = byToken ? await takeToken(tx, provider.appKey, recognised.number, now) : recognised.number
  if (!customer) return unknown
  const kind = recognised.kind === 'token' ? 'app_code' : recognised.kind
  if (kind === 'app_code' && (await hasNoCredit(tx, provider.appKey, customer)))
    return { refused: refuse(codes.genericError, 'Customer has no credit') }

  const magic = kind === 'gsm' ? magicFor(customer, switches.testNumber) : undefined
  if (magic?.refuse)
    return { refused: refuse(magic.refuse === codes.customerUnknown ? switches.notACustomer : magic.refuse, messages[magic.refuse]) }

  const code = kind === 'ssn' ? newCode() : null
  const cart = await insertCart(tx, {
    appKey: provider.appKey,
    customerKind: kind,
    customer,
    confirmationType: type,
    amount: request.amount,
    reference: request.reference,
    description: request.description ?? null,
    locationId: request.locationid ?? null,
    registerId: request.registerid ?? null,
    clientInfo: request.clientinfo ?? null,
    items: (request.cartitemrequests ?? []).map(({ productno, unitprice, ...rest }) => ({
      productNo: productno,
      unitPrice: unitprice,
      ...rest,
    })),
    callbackUrl: request.callbackurl ?? null,
    callbackCancelUrl: request.callbackcancelurl ?? null,
    state: kind === 'ssn' ? 'needs_code' : 'pending',
    push: kind === 'gsm' ? await pushOf(tx, call, customer, magic) : 'none',
    smsCode: code,
    smsCodeExpiresAt: code ? new Date(now.getTime() + switches.codeMs) : null,
    createdAt: now,
    expiresAt: new Date(now.getTime() + (kind === 'ssn' ? switches.ssnCartMs : (scenario?.cartMs ?? switches.gsmCartMs))),
    paymentIsCart: switches.paymentId === 'cart',
  })
  if (code) await sendSms(tx, cart, 'code', now)
  if (cart.push === 'no_app') await sendSms(tx, cart, 'install', now)
  const will = scenario?.act ?? magic?.act
  if (will && kind === 'gsm') {
    const dueAt = new Date(now.getTime() + will.afterMs)
    await tx('insert into sandbox.netgiro_act (cart_id, kind, due_at) values ($1, $2, $3)', [cart.id, will.kind, dueAt])
  }
  // Whoever shows an app code has confirmed by showing it.
  const confirmed = kind === 'app_code' || (kind === 'gsm' && faults.has('callback_before_answer'))
  return { cart: confirmed ? await customerAccepts(tx, cart, now) : cart }
}

async function pushOf(tx: Sql, { provider, faults }: Call, customer: string, magic?: Magic): Promise<'shown' | 'hidden' | 'no_app'> {
  if (faults.has('push_never_shown')) return 'hidden'
  return magic?.push ?? ((await readTraits(tx, provider.appKey, customer)).noApp ? 'no_app' : 'shown')
}

function magicFor(number: string, testNumber: 'waits' | 'rejects'): Magic | undefined {
  if (number === '7700001' && testNumber === 'rejects') return { number, act: { kind: 'reject', afterMs: 0 }, about: '' }
  return magicOf(number)
}

const sendSms = (tx: Sql, cart: Cart, kind: 'code' | 'install', at: Date) =>
  tx('insert into sandbox.netgiro_sms (app_key, cart_id, recipient, kind, code, sent_at) values ($1, $2, $3, $4, $5, $6)', [
    cart.appKey,
    cart.id,
    cart.customer,
    kind,
    kind === 'code' ? cart.smsCode : null,
    at,
  ])
