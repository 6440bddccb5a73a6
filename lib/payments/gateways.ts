// The registry: the one place that knows which gateways there are. Everything else asks by name.
import { env, publishedNetgiroKeys, type Mode } from '@/lib/env'
import type { Gateway } from '@/lib/gateways/gateway'
import { createNetgiroGateway } from '@/lib/gateways/netgiro/gateway'

const makers: Readonly<Record<string, () => Gateway>> = {
  netgiro() {
    const { netgiro, modes, protectionBypass } = env()
    return createNetgiroGateway({
      baseUrl: netgiro.url,
      partnerUrl: netgiro.partnerUrl,
      appKey: netgiro.appKey,
      secretKey: netgiro.secretKey,
      responseSignature: netgiro.responseSignature,
      // A protected preview lets its own server through to the sandbox it carries.
      headers: modes.netgiro === 'sandbox' && protectionBypass ? { 'x-vercel-protection-bypass': protectionBypass } : undefined,
    })
  },
}

/** What of a gateway's configuration may be shown: where a key comes from, never the key. */
export type GatewayFacts = {
  readonly name: string
  readonly mode: Mode
  readonly addresses: readonly string[]
  readonly keys: readonly { readonly variable: string; readonly where: 'variable' | 'published' }[]
}

const facts: Readonly<Record<string, () => Omit<GatewayFacts, 'name'>>> = {
  netgiro() {
    const { netgiro, modes } = env()
    const key = (variable: string, name: 'appKey' | 'secretKey') =>
      ({ variable, where: netgiro[name] === publishedNetgiroKeys[name] ? 'published' : 'variable' }) as const
    return {
      mode: modes.netgiro,
      addresses: [netgiro.url, netgiro.partnerUrl],
      keys: [key('NETGIRO_APP_KEY', 'appKey'), key('NETGIRO_SECRET_KEY', 'secretKey')],
    }
  },
}

/** Every gateway as it is configured, in the order people are shown them. */
export const gatewayFacts = (): GatewayFacts[] => Object.entries(facts).map(([name, read]) => ({ name, ...read() }))

const made = new Map<string, Gateway>()

/** All there are, in the order people are shown them. */
export const gatewayNames = (): string[] => Object.keys(makers)

export const isGateway = (name: string): boolean => Object.hasOwn(makers, name)

export function gatewayNamed(name: string): Gateway {
  const known = made.get(name)
  if (known) return known
  const make = makers[name]
  if (!make) throw new Error(`no gateway ${name}`)
  const gateway = make()
  made.set(name, gateway)
  return gateway
}

/** What phones pay with. */
export const phoneGateway = (): Gateway => gatewayNamed('netgiro')
