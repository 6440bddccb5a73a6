import { timingSafeEqual } from 'node:crypto'
import { env } from '@/lib/env'

export type Provider = { readonly appKey: string; readonly secret: string; readonly name: string | null }

/** Netgíró's two published test providers; the third is whatever this installation is configured with. */
const published: readonly Provider[] = [
  {
    appKey: '881E674F-7891-4C20-AFD8-56FE2624C4B5',
    secret:
      'YCFd6hiA8lUjZejVcIf/LhRXO4wTDxY0JhOXvQZwnMSiNynSxmNIMjMf1HHwdV6cMN48NX3ZipA9q9hLPb9C1ZIzMH5dvELPAHceiu7LbZzmIAGeOf/OUaDrk2Zq2dbGacIAzU6yyk4KmOXRaSLi8KW8t3krdQSX7Ecm8Qunc/A=',
    name: 'Netgíró test provider (POST)',
  },
  {
    appKey: 'CF4DDA0F-2698-4AEB-8092-A41C675590D2',
    secret:
      '5ElNQUxq58KmQIsVlVbOu9Lu04h0QNTkrTfDjYYvvRDO2EAC1L0SbL4M+AZjCeITiTZnKwguYph+Gj6wMr+GRY0pGMx2Cnl5ax/2iQDoNZIpC9HtLsM9Yt5pfD2oL/MG5Kn3FqbdAl22Apuvj+6O40a2Peap+EFPrknni6oQIbo=',
    name: 'Netgíró test provider (GET)',
  },
]

/** App keys are GUIDs, written in either case; inside the sandbox they are in capitals. */
export const appKeyOf = (text: string): string => text.trim().toUpperCase()

/** The provider this installation is configured with comes first; its name is the shop's, known to the pages. */
export function providers(): readonly Provider[] {
  const { appKey, secretKey } = env().netgiro
  const own: Provider = { appKey: appKeyOf(appKey), secret: secretKey, name: null }
  return [own, ...published.filter((provider) => provider.appKey !== own.appKey)]
}

export const configuredAppKey = (): string => appKeyOf(env().netgiro.appKey)

/** Whether the configured keys are ones anybody can read in Netgíró's documents. */
export function publishedKeys(): boolean {
  const [own] = providers()
  return published.some(({ appKey, secret }) => appKey === own?.appKey && secret === own.secret)
}

export const providerByKey = (appKey: string): Provider | undefined => providers().find((provider) => provider.appKey === appKeyOf(appKey))

export const providerBySecret = (secret: string): Provider | undefined => providers().find((provider) => sameText(provider.secret, secret))

/** Compares without telling by its duration where two texts differ. */
export function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
