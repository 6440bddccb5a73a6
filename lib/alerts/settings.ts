import { env } from '@/lib/env'
import type { Locale } from '@/lib/i18n'
import { readSettings } from '@/lib/settings/queries'

/** Whom alerts go to, which variables say, and the language they are written in, which the merchant chooses. */
export type AlertSettings = ReturnType<typeof env>['alerts'] & { readonly locale: Locale }

export const readAlertSettings = async (): Promise<AlertSettings> => ({ ...env().alerts, locale: (await readSettings()).alertLocale })

export const isAnybodyTold = ({ mail, webhook }: Pick<AlertSettings, 'mail' | 'webhook'>): boolean => Boolean(mail ?? webhook)
