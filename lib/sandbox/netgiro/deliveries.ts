import { sql } from '../db'
import { transactionId } from './wire'

export type ListedDelivery = {
  readonly id: string
  readonly cartId: string
  readonly reference: string
  readonly kind: 'confirm' | 'cancel'
  readonly attempt: number
  readonly duplicate: boolean
  readonly url: string
  readonly body: string
  readonly status: 'due' | 'sending' | 'acknowledged' | 'refused' | 'failed' | 'blocked' | 'lost'
  readonly faults: readonly string[]
  readonly nonce: string | null
  readonly signature: string | null
  readonly httpStatus: number | null
  readonly error: string | null
  readonly dueAt: Date
  readonly sentAt: Date | null
  readonly doneAt: Date | null
}

type Filter = { readonly appKey?: string; readonly cartId?: string; readonly reference?: string; readonly limit?: number }

/** Every attempt at a callback, newest first. What the other side answered is told by its status alone, never its words. */
export async function listDeliveries(filter: Filter = {}): Promise<ListedDelivery[]> {
  const id = filter.cartId === undefined ? null : transactionId.safeParse(filter.cartId)
  if (id && !id.success) return []
  return sql<ListedDelivery>(
    `select d.*, c.reference from sandbox.netgiro_delivery d join sandbox.netgiro_cart c on c.id = d.cart_id
     where ($1::text is null or d.app_key = $1) and ($2::uuid is null or d.cart_id = $2) and ($3::text is null or c.reference = $3)
     order by d.id desc limit $4`,
    [filter.appKey ?? null, id?.data ?? null, filter.reference ?? null, filter.limit ?? 100],
  )
}
