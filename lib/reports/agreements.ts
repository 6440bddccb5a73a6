// What the merchant has agreed with each gateway: what a payment costs, and when its money comes. One row of the table
// `setting` for each gateway, "agreement:<gateway>".
import { z } from 'zod'
import { audit } from '@/lib/audit/audit'
import { db, inTransaction } from '@/lib/db'
import type { SettlementRule } from '@/lib/gateways/gateway'
import { log } from '@/lib/log'
import { gatewayNamed, gatewayNames } from '@/lib/payments/gateways'

export const agreementShape = z.object({
  fee: z
    .object({
      /** Of the amount of each payment: 100 are one percent. */
      basisPoints: z.int().min(0).max(10_000),
      /** For each payment, whole krónur. */
      fixed: z.int().min(0).max(100_000),
      /** The VAT that comes on top of the fees, percent. */
      vatRate: z.union([z.literal(0), z.literal(11), z.literal(24)]),
    })
    .nullable(),
  settles: z.object({ afterDays: z.int().min(0).max(60), weekday: z.int().min(1).max(7).nullable() }).nullable(),
})

/** No fee: none was set, and none is reckoned. `settles` null: nobody has said when the money comes. */
export type Agreement = {
  readonly fee: { readonly basisPoints: number; readonly fixed: number; readonly vatRate: 0 | 11 | 24 } | null
  readonly settles: SettlementRule | null
}
export type Agreements = ReadonlyMap<string, Agreement>

/** After how many days everything is settled that is settled by these rules. */
export const longestWait = (agreements: Agreements): number =>
  Math.max(0, ...[...agreements.values()].map(({ settles }) => (settles ? settles.afterDays + (settles.weekday === null ? 0 : 7) : 0)))

const prefix = 'agreement:'
const usual = (gateway: string): Agreement => ({ fee: null, settles: gatewayNamed(gateway).usualSettlement ?? null })

/** Of every gateway there is; the usual one where nothing was stored, or nothing that can be read. */
export async function readAgreements(): Promise<Agreements> {
  const rows = await db().setting.findMany({
    where: { key: { in: gatewayNames().map((name) => prefix + name) } },
    select: { key: true, value: true },
  })
  const stored = new Map(rows.map(({ key, value }) => [key, value]))
  return new Map(gatewayNames().map((gateway) => [gateway, readOne(gateway, stored.get(prefix + gateway))]))
}

function readOne(gateway: string, value: unknown): Agreement {
  if (value === undefined) return usual(gateway)
  const parsed = agreementShape.safeParse(value)
  if (parsed.success) return parsed.data
  log.warn({ gateway }, 'a stored agreement is not valid; the usual one is used')
  return usual(gateway)
}

/** Stores an agreement, and who changed it from what. The same once more is no change. */
export async function saveAgreement(actor: string, gateway: string, agreement: Agreement): Promise<void> {
  const before = (await readAgreements()).get(gateway)
  if (!before) throw new Error(`no gateway ${gateway}`)
  if (JSON.stringify(agreementShape.parse(before)) === JSON.stringify(agreementShape.parse(agreement))) return
  const key = prefix + gateway
  await inTransaction(async (tx) => {
    await tx.setting.upsert({
      where: { key },
      create: { key, value: agreement, updatedBy: actor },
      update: { value: agreement, updatedBy: actor },
    })
    await audit(tx, { actor, action: 'agreement.save', subject: `gateway:${gateway}`, detail: { before, after: agreement } })
  })
}
