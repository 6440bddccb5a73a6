'use client'

import { Till, type TillProps } from '@/components/admin/pos/till'
import { recognisePayer } from '@/lib/payments/payer'

const kindOf = (typed: string) => recognisePayer(typed)?.kind ?? null

/** The till, with the rule by which it tells a phone number, a kennitala and an app code apart: the server's own. */
export function TillScreen(props: Omit<TillProps, 'kindOf'>) {
  return <Till {...props} kindOf={kindOf} />
}
