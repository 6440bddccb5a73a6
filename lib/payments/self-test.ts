// Whether a provider's callbacks would reach us: a rightly signed one for nobody, sent to our own public address.
// It names no payment, so nothing is read or written of one.
import { z } from 'zod'
import { auditAlone } from '@/lib/audit/audit'
import { env } from '@/lib/env'
import type { CallbackReading, Outcome } from '@/lib/gateways/gateway'
import { callProvider, type HttpAnswer, unrecorded } from '@/lib/gateways/http'
import { takeTry, type Limit } from '@/lib/limits'
import { callbackUrl, isCallbackToken } from './addresses'
import { gatewayFacts, gatewayNamed, isGateway } from './gateways'
import { isOnlyHere } from './public-address'

/** Of the shape of a payment's id, and no payment's: only who holds CALLBACK_KEY can make the token that goes with it. */
const nobody = 'self-test-of-callbacks'

export type SelfTest = {
  /**
   * `good`. `not_reached`, `no_answer`, `protected`: something asks for a sign-in. `redirected`: to `location`. `wrong_path`:
   * whoever answers there does not know the address, or has another CALLBACK_KEY. `wrong_origin`: somebody else's page.
   * `headers_dropped`: it came without its signature. `changed`: it came with another body or signature. `failed`: `status`.
   */
  readonly verdict:
    | 'good'
    | 'not_reached'
    | 'no_answer'
    | 'protected'
    | 'redirected'
    | 'wrong_path'
    | 'wrong_origin'
    | 'headers_dropped'
    | 'changed'
    | 'failed'
  readonly origin: string
  readonly status?: number
  readonly location?: string
  /** Good, but only seen from this machine or its network: a provider on the internet does not get here. */
  readonly onlyHere: boolean
}

const perGateway: Limit = { name: 'callback-self-test', tries: 5, seconds: 60 }

/** `through`: another origin that leads to ours, so that what stands in between can be tried out. */
export async function testCallbacks({
  gateway,
  actor,
  through,
}: {
  gateway: string
  actor: string
  through?: string
}): Promise<SelfTest | 'gone' | 'too_often'> {
  if (!isGateway(gateway)) return 'gone'
  if (!(await takeTry(perGateway, gateway)).allowed) return 'too_often'
  const found = await send(gateway, through)
  const detail = Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
  await auditAlone({ actor, action: 'gateway.self_test', subject: `gateway:${gateway}`, detail })
  return found
}

async function send(name: string, through?: string): Promise<SelfTest> {
  const registered = callbackUrl(name, nobody, 'callback')
  const { headers, body } = gatewayNamed(name).sampleCallback(registered)
  const url = through ? registered.replace(env().appUrl, through) : registered
  const heard: { answer?: HttpAnswer } = {}
  const outcome = await callProvider<null>(
    {
      operation: 'self-test',
      method: 'POST',
      url,
      headers: { ...headers, accept: 'application/json' },
      body,
      view: {},
      timeoutMs: 8_000,
      read(answer) {
        heard.answer = answer
        return { outcome: { kind: 'done', value: null } }
      },
    },
    unrecorded,
  )
  const sandbox = gatewayFacts().find((facts) => facts.name === name)?.mode === 'sandbox'
  return {
    ...judge(outcome, heard.answer, registered),
    origin: new URL(registered).origin,
    onlyHere: !sandbox && isOnlyHere(new URL(registered).hostname),
  }
}

type Judged = Pick<SelfTest, 'verdict' | 'status' | 'location'>

function judge(outcome: Outcome<null>, answer: HttpAnswer | undefined, registered: string): Judged {
  if (!answer) return { verdict: outcome.kind === 'unknown' && outcome.cause === 'not_sent' ? 'not_reached' : 'no_answer' }
  const { status } = answer
  if (status >= 300 && status < 400)
    return { verdict: 'redirected', status, location: originOf(answer.headers.get('location'), registered) }
  if (status === 401 || status === 403) return { verdict: 'protected', status }
  if (status === 404 || status === 405) return { verdict: 'wrong_path', status }
  if (status !== 200) return { verdict: 'failed', status }
  const signature = signatureSeen(answer.bytes)
  const verdicts = { valid: 'good', absent: 'headers_dropped', invalid: 'changed' } as const
  return { verdict: signature ? verdicts[signature] : 'wrong_origin', status }
}

/** Where a redirect leads, without the path: that holds a token. */
function originOf(location: string | null, registered: string): string | undefined {
  return location && URL.canParse(location, registered) ? new URL(location, registered).origin : undefined
}

const arrival = z.object({ selfTest: z.enum(['valid', 'invalid', 'absent']) })

function signatureSeen(bytes: Uint8Array): CallbackReading['signature'] | undefined {
  try {
    return arrival.safeParse(JSON.parse(Buffer.from(bytes).toString())).data?.selfTest
  } catch {
    return undefined
  }
}

export type Arrived = {
  readonly gateway: string
  readonly payment: string
  readonly token: string
  readonly headers: Headers
  readonly body: Uint8Array
}

/** What arrived of a self-test, or null for any other post. Without the token it is a stranger's. */
export function readSelfTest({ gateway, payment, token, headers, body }: Arrived): { selfTest: CallbackReading['signature'] } | null {
  if (payment !== nobody || !isGateway(gateway) || !isCallbackToken(gateway, payment, token)) return null
  const { signature } = gatewayNamed(gateway).readCallback({ registeredUrl: callbackUrl(gateway, nobody, 'callback'), headers, body })
  return { selfTest: signature }
}
