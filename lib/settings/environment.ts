import { env, publishedNetgiroKeys, type Mode } from '@/lib/env'

/** What the environment decides, as far as it may be shown: where secrets are set, never what they are. */
export type EnvironmentView = { readonly mode: Mode; readonly calls: string; readonly callbacks: string; readonly publishedKeys: boolean; readonly newPayments: boolean }

export function readEnvironment(): EnvironmentView {
  const { netgiro, modes, appUrl, paymentsNew } = env()
  return {
    mode: modes.netgiro,
    calls: netgiro.url,
    callbacks: appUrl,
    publishedKeys: netgiro.secretKey === publishedNetgiroKeys.secretKey,
    newPayments: paymentsNew,
  }
}
