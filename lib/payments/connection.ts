// Whether a provider is reached and takes our keys, at the wish of a person.
import { auditAlone } from '@/lib/audit/audit'
import type { Connection } from '@/lib/gateways/gateway'
import { unrecorded } from '@/lib/gateways/http'
import { takeTry, type Limit } from '@/lib/limits'
import { gatewayNamed, isGateway } from './gateways'

/** Of all people together: each is a call to the provider. */
const perGateway: Limit = { name: 'gateway-test', tries: 5, seconds: 60 }

/** What it was answered with is kept in the audit, to be quoted to the provider's support. */
export async function testConnection({ gateway, actor }: { gateway: string; actor: string }): Promise<Connection | 'gone' | 'too_often'> {
  if (!isGateway(gateway)) return 'gone'
  if (!(await takeTry(perGateway, gateway)).allowed) return 'too_often'
  const connection = await gatewayNamed(gateway).testConnection(unrecorded)
  const detail = Object.fromEntries(Object.entries(connection).filter(([, value]) => value !== undefined))
  await auditAlone({ actor, action: 'gateway.test', subject: `gateway:${gateway}`, detail })
  return connection
}
