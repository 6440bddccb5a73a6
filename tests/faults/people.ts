// Everybody but the shop: the customer with the phone, the provider's faults and clock, shelves and carts.
import { randomBytes, randomInt } from 'node:crypto'
import { provider, shop } from './databases'

const id = () => randomBytes(16).toString('base64url')
const appKey = (process.env.NETGIRO_APP_KEY ?? '').toUpperCase()
/** Straight to the sandbox, past any proxy on the way. */
const controlUrl = `${process.env.SANDBOX_ORIGIN}/sandbox/netgiro/control`

export async function control(path: string, body: unknown = {}, method = 'POST'): Promise<{ status: number; json: unknown }> {
  const response = await fetch(`${controlUrl}/${path}`, {
    method,
    headers: { 'content-type': 'application/json', netgiro_appkey: appKey },
    ...(method === 'POST' && { body: JSON.stringify(body) }),
  })
  return { status: response.status, json: await response.json().catch(() => null) }
}

export type OrderedFault = { name: string; operation?: string; reference?: string; count?: number | null; ms?: number; code?: number }

/** How often each fault was ordered. */
export const ordered = new Map<string, number>()

export async function orderFault(fault: OrderedFault): Promise<void> {
  ordered.set(`${fault.name} of ${fault.operation ?? 'any call'}`, (ordered.get(`${fault.name} of ${fault.operation ?? 'any call'}`) ?? 0) + 1)
  const { status, json } = await control('faults', fault)
  if (status !== 200) throw new Error(`the sandbox refused the fault ${JSON.stringify(fault)}: ${JSON.stringify(json)}`)
}

/** How often the provider's faults hit a call or a callback of ours since then. */
export async function fired(since: Date): Promise<Record<string, number>> {
  const rows = await provider<{ fault: string; n: number }>(
    `SELECT name || ' of ' || operation AS fault, count(*)::int AS n FROM (
       SELECT unnest(faults) AS name, operation FROM sandbox.netgiro_call WHERE app_key = $1 AND at >= $2
       UNION ALL
       SELECT unnest(faults), CASE kind WHEN 'cancel' THEN 'cancel-callback' ELSE 'callback' END FROM sandbox.netgiro_delivery WHERE app_key = $1 AND url LIKE $3 || '%'
     ) AS hits GROUP BY 1`,
    [appKey, since, process.env.APP_URL],
  )
  return Object.fromEntries(rows.map(({ fault, n }) => [fault, n]))
}

export const clearFaults = () => control('faults', undefined, 'DELETE')
export const setProvidersClockRight = () => control('clock', { offsetMs: 0 })

/** The provider's clock goes so far and no further: time that does not pass would prove nothing. */
export async function moveProvidersClock(ms: number): Promise<void> {
  const { json: before } = await control('clock', undefined, 'GET')
  const { json: after } = await control('clock', { advanceMs: ms })
  const moved = (after as { offsetMs: number }).offsetMs - (before as { offsetMs: number }).offsetMs
  if (moved !== ms) throw new Error(`the provider's clock moved by ${moved} ms instead of ${ms}`)
}

/** Short pauses, so that a history fits into seconds. */
export const hurryProvider = () => control('switches', { callbackRetryMs: 100, callbackTimeoutMs: 4_000, checkIntervalMs: 1_500 })

export async function cartOf(paymentId: string): Promise<{ id: string; state: string } | null> {
  const [payment] = await shop<{ reference: string }>('SELECT reference FROM payment WHERE id = $1', [paymentId])
  const [cart] = await provider<{ id: string; state: string }>('SELECT id, state FROM sandbox.netgiro_cart WHERE reference = $1', [payment?.reference])
  return cart ?? null
}

/** What the customer does on the phone. 404 when no push ever came. */
export async function onThePhone(paymentId: string, act: 'accept' | 'reject' | 'ignore'): Promise<number> {
  const cart = await cartOf(paymentId)
  return cart ? (await control(`carts/${cart.id}/${act}`)).status : 404
}

/** A product with one variant, made without the shop's code. */
export async function shelf(stock: number, price = 12_400): Promise<number> {
  const tag = id()
  const [category] = await shop<{ id: number }>(
    `INSERT INTO category (slug, name_is, name_en, description_is, description_en, position) VALUES ('faults', 'f', 'f', '', '', 99)
     ON CONFLICT (slug) DO UPDATE SET position = 99 RETURNING id`,
  )
  const [product] = await shop<{ id: number }>(
    `INSERT INTO product (slug, category_id, name_is, name_en, description_is, description_en, price, vat_rate, drawing, garment, colour, weight, search_text)
     VALUES ($1, $2, 'Peysa', 'Sweater', '', '', $3, 24, 'x', 'sweater', 'grey', 500, 'p') RETURNING id`,
    [`faults-${tag.toLowerCase()}`, category?.id, price],
  )
  const [variant] = await shop<{ id: number }>(
    `INSERT INTO variant (product_id, sku, size, position, on_hand) VALUES ($1, $2, $3, 0, $4) RETURNING id`,
    // The size says how many there were at first: the checker counts against it.
    [product?.id, tag, String(stock), stock],
  )
  return variant!.id
}

export async function cartWith(variantId: number, quantity = 1): Promise<string> {
  const cartId = id()
  await shop('INSERT INTO cart (id) VALUES ($1)', [cartId])
  await shop('INSERT INTO cart_line (cart_id, variant_id, quantity) VALUES ($1, $2, $3)', [cartId, variantId, quantity])
  return cartId
}

export const aPhone = (): string => `6${randomInt(100_000, 999_999)}`
/** Only its shape is right. */
export const aKennitala = (): string => `1203${randomInt(100_000, 999_999)}`

/** What a customer's app shows, whichever provider scans it. */
export async function anAppCode(): Promise<string> {
  const token = randomBytes(4).toString('hex').slice(0, 4).toUpperCase()
  await provider(`INSERT INTO sandbox.netgiro_token (customer, token, expires_at) VALUES ($1, $2, clock_timestamp() + interval '5 minutes')`, [aKennitala(), token])
  return `500004${token}`
}

/** The code that went to the customer by SMS, if one did. */
export async function codeOf(paymentId: string): Promise<string | null> {
  const cart = await cartOf(paymentId)
  const [sms] = await provider<{ code: string | null }>('SELECT code FROM sandbox.netgiro_sms WHERE cart_id = $1', [cart?.id])
  return sms?.code ?? null
}
export const wrongCode = (right: string): string => String((Number(right) + 1) % 10_000).padStart(4, '0')

export const aForm = (phone = aPhone()) => ({ name: 'Sunna Björk', email: 'sunna@example.is', phone, delivery: 'collect' as const, checkoutKey: id() })

export const merchantChooses = async (settings: { confirmationType: 0 | 1 | 2; captureBy: 'shop' | 'merchant' | 'goods' }) => {
  for (const [key, value] of Object.entries(settings)) {
    await shop(`INSERT INTO setting (key, value, updated_at) VALUES ($1, $2, now()) ON CONFLICT (key) DO UPDATE SET value = excluded.value`, [key, JSON.stringify(value)])
  }
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** How much longer than it should take anything is waited for: a busy machine is no failure, and a copy with a defect fails by waiting in vain. */
let patience = 5
export const hurry = (): void => void (patience = 1)

export async function until<T>(what: string, ask: () => Promise<T>, isSo: (value: T) => boolean, shouldTakeMs = 15_000): Promise<T> {
  const withinMs = shouldTakeMs * patience
  const endsAt = performance.now() + withinMs
  for (;;) {
    const value = await ask()
    if (isSo(value)) return value
    if (performance.now() > endsAt) throw new Error(`${what}: not so after ${withinMs} ms, but ${JSON.stringify(value)}`)
    await pause(40)
  }
}

export async function paymentRow(paymentId: string): Promise<{ state: string; version: number; order_id: string; transaction_id: string | null; needs_yes: boolean; reference: string }> {
  const [row] = await shop<{ state: string; version: number; order_id: string; transaction_id: string | null; needs_yes: boolean; reference: string }>('SELECT * FROM payment WHERE id = $1', [paymentId])
  if (!row) throw new Error(`no payment ${paymentId}`)
  return row
}
