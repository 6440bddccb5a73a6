import { sql, transaction } from '../db'
import { wake } from './background'
import { changeCart, lockCart, sandboxNow, type Cart, type CustomerKind } from './carts'
import { customerAccepts, customerRejects, settle } from './journey'
import { readTraits, setTraits } from './traits'
import { transactionId } from './wire'

// What the customer does with her phone; the page and the control address both come here.

export const acts = ['accept', 'reject', 'ignore'] as const
export type Act = (typeof acts)[number]
export type Acted =
  { readonly kind: 'done'; readonly cart: Cart } | { readonly kind: 'unknown' } | { readonly kind: 'closed'; readonly cart: Cart }

/** Only a cart that waits for the phone can be acted on: not one that is answered, over, or waits for a code. */
export async function act(id: string, what: Act): Promise<Acted> {
  const parsed = transactionId.safeParse(id)
  if (!parsed.success) return { kind: 'unknown' }
  const acted = await transaction<Acted>(async (tx) => {
    const found = await lockCart(tx, parsed.data)
    if (!found) return { kind: 'unknown' }
    const now = await sandboxNow(tx, found.appKey)
    const cart = await settle(tx, found, now)
    if (cart.state !== 'pending') return { kind: 'closed', cart }
    await tx('delete from sandbox.netgiro_act where cart_id = $1', [cart.id])
    if (what === 'ignore') return { kind: 'done', cart: await changeCart(tx, cart, { push: 'hidden' }) }
    return { kind: 'done', cart: await (what === 'accept' ? customerAccepts : customerRejects)(tx, cart, now) }
  })
  wake()
  return acted
}

/** The app is there now, and shows what waited. */
export async function showPush(id: string): Promise<void> {
  const cart = await findCart(id)
  if (!cart) return
  await sql(`update sandbox.netgiro_cart set push = 'shown' where id = $1 and push = 'no_app'`, [id])
  if ((await readTraits(sql, cart.appKey, cart.customer)).noApp) await setTraits(cart.appKey, cart.customer, { noApp: false })
}

export type CartFilter = {
  readonly appKey?: string
  readonly reference?: string
  readonly customer?: string
  readonly kinds?: readonly CustomerKind[]
  readonly waiting?: boolean
  readonly limit?: number
}

/** A cart as it stands by now, with the time it has left on the sandbox's own clock. */
export type Listed = Cart & { readonly number: string; readonly now: Date }

export async function listCarts(filter: CartFilter = {}): Promise<Listed[]> {
  return sql<Listed>(
    `select c.*, sandbox.netgiro_now(c.app_key) as now from sandbox.netgiro_cart c
     where ($1::text is null or c.app_key = $1) and ($2::text is null or c.reference = $2) and ($3::text is null or c.customer = $3)
       and (not $4::boolean or c.state in ('pending', 'needs_code'))
       and ($5::text[] is null or c.customer_kind = any($5))
     order by c.number desc limit $6`,
    [
      filter.appKey ?? null,
      filter.reference ?? null,
      filter.customer ?? null,
      filter.waiting ?? false,
      filter.kinds ?? null,
      filter.limit ?? 50,
    ],
  )
}

export async function findCart(id: string): Promise<Listed | null> {
  const parsed = transactionId.safeParse(id)
  if (!parsed.success) return null
  const [cart] = await sql<Listed>('select c.*, sandbox.netgiro_now(c.app_key) as now from sandbox.netgiro_cart c where id = $1', [
    parsed.data,
  ])
  return cart ?? null
}

/** Phone numbers that got a push lately, the latest first. */
export async function recentNumbers(): Promise<string[]> {
  const found = await sql<{ customer: string }>(
    `select customer from (select customer, number from sandbox.netgiro_cart where customer_kind = 'gsm' order by number desc limit 200) as latest
     group by customer order by max(number) desc limit 8`,
  )
  return found.map(({ customer }) => customer)
}
