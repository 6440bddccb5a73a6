import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { settingsShape, type Settings } from '@/lib/settings/settings'

const firstValues = (): Settings => ({ confirmationType: env().netgiro.confirmationType, captureBy: 'shop' })

type Rows = readonly { key: string; value: unknown }[]

/** Settings from their rows. A row that can't be read counts as not set: a bad row must not stop the shop. */
export function settingsFrom(rows: Rows, first: Settings): Settings {
  const stored = new Map(rows.map(({ key, value }) => [key, value]))
  const pick = <K extends keyof Settings>(name: K): Settings[K] => {
    if (!stored.has(name)) return first[name]
    const parsed = settingsShape.shape[name].safeParse(stored.get(name))
    if (parsed.success) return parsed.data as Settings[K]
    log.warn({ setting: name }, 'a stored setting is not valid; its first value is used')
    return first[name]
  }
  return { confirmationType: pick('confirmationType'), captureBy: pick('captureBy') }
}

export async function readSettings(): Promise<Settings> {
  return settingsFrom(await db().setting.findMany({ select: { key: true, value: true } }), firstValues())
}

export type PaymentSettings = { confirmationType: 0 | 1 | 2; captureBy: Settings['captureBy'] }

/** What a payment that starts now is given. Confirming by hand exists for type 2 only. */
export async function paymentSettings(): Promise<PaymentSettings> {
  const { confirmationType, captureBy } = await readSettings()
  return { confirmationType, captureBy: confirmationType === 2 ? captureBy : 'shop' }
}
