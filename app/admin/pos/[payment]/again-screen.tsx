'use client'

import { AgainForm, type AgainFormProps } from '@/components/admin/pos/again-form'
import { recognisePayer } from '@/lib/payments/payer'

const kindOf = (typed: string) => recognisePayer(typed)?.kind ?? null

export function AgainScreen(props: Omit<AgainFormProps, 'kindOf'>) {
  return <AgainForm {...props} kindOf={kindOf} />
}
