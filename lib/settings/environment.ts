import { env } from '@/lib/env'

export type SecretFact = {
  readonly variable: string
  /** `given`: outside production npm start makes what nobody set. */
  readonly where: 'variable' | 'given' | 'derived'
}

/** What the environment decides for the shop as a whole, as far as it may be shown: where secrets are set, never what they are. */
export type EnvironmentView = { readonly callbacks: string; readonly newPayments: boolean; readonly secrets: readonly SecretFact[] }

export function readEnvironment(): EnvironmentView {
  const { appUrl, paymentsNew, production, secretsGiven } = env()
  const secrets = Object.entries(secretsGiven).map(([variable, given]): SecretFact => ({
    variable,
    where: !given ? 'derived' : production ? 'variable' : 'given',
  }))
  return { callbacks: appUrl, newPayments: paymentsNew, secrets }
}
