import { z } from 'zod'

/** What is said of an alert, by its kind; nothing of any person. */
export const alertDetails = z.discriminatedUnion('kind', [
  /** `what`: the attention item's kind. */
  z.object({ kind: z.literal('attention'), what: z.string(), order: z.number() }),
  z.object({ kind: z.literal('low_stock'), sku: z.string(), name: z.string(), size: z.string(), left: z.number() }),
  z.object({ kind: z.literal('gateway_failing'), gateway: z.string() }),
  z.object({ kind: z.literal('test') }),
])
export type AlertDetail = z.infer<typeof alertDetails>
