import { z } from 'zod'

/** What a merchant decides while the shop runs. Each member is one row of the table `setting`, by its name. */
export const settingsShape = z.object({
  /** Netgíró's confirmation type: 0 the provider takes the money at once, 1 when our callback answers, 2 when we confirm. */
  confirmationType: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  /** Who confirms a reservation of type 2: the shop by itself, at once or when the goods leave, or a person in the admin. */
  captureBy: z.enum(['shop', 'goods', 'merchant']),
})

export type Settings = z.infer<typeof settingsShape>
export type SettingsPatch = Partial<Settings>

export const settingNames = ['confirmationType', 'captureBy'] as const satisfies readonly (keyof Settings)[]
