import { audit } from '@/lib/audit/audit'
import { inTransaction } from '@/lib/db'
import { readSettings } from '@/lib/settings/queries'
import { settingNames, type Settings, type SettingsPatch } from '@/lib/settings/settings'

/** Stores what changed, and who changed it from what. Payments under way keep the settings they began with. */
export async function saveSettings(actor: string, patch: SettingsPatch): Promise<Settings> {
  const before = await readSettings()
  const after: Settings = { ...before, ...patch }
  const changed = settingNames.filter((name) => after[name] !== before[name])
  if (!changed.length) return before
  await inTransaction(async (tx) => {
    for (const key of changed) {
      const value = after[key]
      await tx.setting.upsert({ where: { key }, create: { key, value, updatedBy: actor }, update: { value, updatedBy: actor } })
    }
    const pick = (from: Settings) => Object.fromEntries(changed.map((name) => [name, from[name]]))
    await audit(tx, { actor, action: 'settings.save', subject: 'settings', detail: { before: pick(before), after: pick(after) } })
  })
  return after
}
