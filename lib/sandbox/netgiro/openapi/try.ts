import { z } from 'zod'
import { handleNetgiro } from '../server'
import { wireOf, wireText } from './example'
import { documented } from './operations'

export type Tried = { readonly sent: string; readonly status: number; readonly headers: string; readonly body: string }

const signed = ['netgiro_appkey', 'netgiro_nonce', 'netgiro_signature', 'netgiro_referenceid']

/** Makes a documented call in the reader's name, signed with a published key. Null: no such operation, or no JSON object. */
export async function tryCall(id: string, text: string): Promise<Tried | null> {
  const operation = documented.find((one) => one.id === id)
  const members = membersIn(text)
  if (!operation || !members) return null
  const wire = wireOf(operation, members)
  const response = await handleNetgiro(new Request(wire.url, { method: wire.method, headers: wire.headers, body: wire.body || undefined }))
  const headers = signed.flatMap((name) => (response.headers.has(name) ? [`${name}: ${response.headers.get(name)}`] : []))
  // A fault that cuts the line leaves no body to read.
  const body = await response.text().catch(() => null)
  return { sent: wireText(wire), status: body === null ? 0 : response.status, headers: headers.join('\n'), body: body ?? '' }
}

function membersIn(text: string): Record<string, unknown> | null {
  try {
    const parsed = z.record(z.string(), z.unknown()).safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
