import { sql } from '../db'

export type Sms = {
  readonly id: string
  readonly appKey: string
  readonly recipient: string
  readonly kind: 'code' | 'install'
  readonly code: string | null
  readonly cartId: string | null
  readonly reference: string | null
  readonly amount: number | null
  /** The cart still waits for a customer without the app. */
  readonly canInstall: boolean
  readonly sentAt: Date
}

/** What came by SMS, newest first. */
export const listSms = (filter: { readonly appKey?: string; readonly recipient?: string } = {}): Promise<Sms[]> =>
  sql<Sms>(
    `select s.id, s.app_key, s.recipient, s.kind, s.code, s.cart_id, s.sent_at, c.reference, c.amount,
       s.kind = 'install' and c.push = 'no_app' and c.state = 'pending' as can_install
     from sandbox.netgiro_sms s left join sandbox.netgiro_cart c on c.id = s.cart_id
     where ($1::text is null or s.app_key = $1) and ($2::text is null or s.recipient = $2)
     order by s.id desc limit 100`,
    [filter.appKey ?? null, filter.recipient ?? null],
  )
