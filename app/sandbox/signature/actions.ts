'use server'

import { notFound } from 'next/navigation'
import { z } from 'zod'
import type { Steps } from '@/components/sandbox/signature-form'
import { definePublicAction } from '@/lib/actions'
import { env } from '@/lib/env'
import { done } from '@/lib/form-state'
import { explain } from '@/lib/sandbox/netgiro/explain'

const text = z.string().max(20_000)

/** Hashes what was pasted. Browsers send line breaks as CRLF; JSON on the wire has LF or none. */
export const explainSignature = definePublicAction({
  schema: z.object({
    secret: text.min(1, 'missing'),
    nonce: text.min(1, 'missing'),
    url: text.min(1, 'missing'),
    body: text.default(''),
    received: text.default(''),
  }),
  handler: async (pasted) => {
    if (!Object.values(env().modes).includes('sandbox')) notFound()
    const body = pasted.body.replaceAll('\r\n', '\n')
    return done<Steps>({ ...explain({ ...pasted, body }), pasted: { ...pasted, body } })
  },
})
