// A merchant's client written from the documents alone, and the sandbox served for it on a port of its own.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sandboxListener } from '@/lib/sandbox/listener'
import { tinyServer } from './tiny-server'

// Netgíró's other published test provider: its state in the sandbox is apart from the shop's.
export const provider = {
  appKey: 'cf4dda0f-2698-4aeb-8092-a41c675590d2',
  secret:
    '5ElNQUxq58KmQIsVlVbOu9Lu04h0QNTkrTfDjYYvvRDO2EAC1L0SbL4M+AZjCeITiTZnKwguYph+Gj6wMr+GRY0pGMx2Cnl5ax/2iQDoNZIpC9HtLsM9Yt5pfD2oL/MG5Kn3FqbdAl22Apuvj+6O40a2Peap+EFPrknni6oQIbo=',
}
export const postProvider = {
  appKey: '881E674F-7891-4C20-AFD8-56FE2624C4B5',
  secret:
    'YCFd6hiA8lUjZejVcIf/LhRXO4wTDxY0JhOXvQZwnMSiNynSxmNIMjMf1HHwdV6cMN48NX3ZipA9q9hLPb9C1ZIzMH5dvELPAHceiu7LbZzmIAGeOf/OUaDrk2Zq2dbGacIAzU6yyk4KmOXRaSLi8KW8t3krdQSX7Ecm8Qunc/A=',
}

export const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

/** The sandbox alone, as `npm run sandbox` serves it. */
export async function serveSandbox(): Promise<{ origin: string; stop: () => void }> {
  const server = createServer((request, response) => void sandboxListener(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => void server.close() }
}

export type Told = {
  status: number
  signed: boolean
  headers: Headers
  text: string
  json: Record<string, unknown> & { PaymentInfo?: Record<string, unknown> | null }
}

export type CallOptions = {
  method?: string
  as?: typeof provider
  nonce?: string
  signOver?: string
  headers?: Record<string, string>
  text?: string
}

/** Signs what it sends, and says whether the answer was signed over the same URL. */
export async function callSandbox(
  url: string,
  body?: object,
  { method = 'POST', as = provider, nonce = randomBytes(8).toString('hex'), signOver = url, headers, text }: CallOptions = {},
): Promise<Told> {
  const sent = text ?? (body ? JSON.stringify(body) : '')
  const response = await fetch(url, {
    method,
    headers: {
      'content-type': 'application/json',
      netgiro_appkey: as.appKey,
      netgiro_nonce: nonce,
      netgiro_signature: sha256(as.secret + nonce + signOver + sent),
      ...headers,
    },
    body: method === 'GET' ? undefined : sent,
    redirect: 'error',
  })
  const answer = await response.text()
  const signed = response.headers.get('netgiro_signature') === sha256(as.secret + response.headers.get('netgiro_nonce') + signOver + answer)
  let json: Told['json'] = {}
  try {
    json = JSON.parse(answer) as Told['json']
  } catch {
    // The test looks at the text then.
  }
  return { status: response.status, signed, headers: response.headers, text: answer, json }
}

/** "Success PaymentSuccessful ResultCode", as the documents list them. */
export const triple = ({ json }: Told) => `${json.Success} ${json.PaymentSuccessful} ${json.ResultCode}`

/** The operations of one merchant at one sandbox. */
export function merchant(origin: string) {
  const base = `${origin}/sandbox/netgiro`
  const post = (operation: string, body: object, options?: CallOptions) => callSandbox(`${base}/v1/Checkout/${operation}`, body, options)
  const control = async (path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST') => {
    const response = await fetch(`${base}/control/${path}`, {
      method,
      headers: { netgiro_appkey: provider.appKey },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    return { status: response.status, json: (await response.json()) as Record<string, unknown> }
  }
  const insert = (more: object = {}) =>
    post('InsertCart', { Amount: 12_900, Reference: `t-${randomUUID()}`, CustomerId: '8223281', ConfirmationType: 2, ...more })
  return {
    base,
    post,
    control,
    insert,
    /** The identifier of a cart that was made. */
    cart: async (more: object = {}): Promise<string> => String((await insert(more)).json.TransactionId),
    check: (id: string) => post('CheckCart', { TransactionId: id }),
    confirm: (id: string, identifier?: string) =>
      post('ConfirmCart', { TransactionId: id, ...(identifier !== undefined && { Identifier: identifier }) }),
    cancel: (id: string) => post('CancelCart', { TransactionId: id }),
    accept: async (id: string) => (await control(`carts/${id}/accept`, {})).status,
    reject: async (id: string) => (await control(`carts/${id}/reject`, {})).status,
    token: async (customer: string) =>
      String((await callSandbox(`${base}/v1/Account/RequestConfirmation?Customer=${customer}`, undefined, { method: 'GET' })).json.Message),
    advance: (ms: number) => control('clock', { advanceMs: ms }),
    reset: () => control('reset', {}),
  }
}

export type Callback = { path: string; headers: IncomingHttpHeaders; body: string; json: Told['json'] }

/** A provider's own server: takes callbacks and answers with the statuses it was given, then 200. */
export async function receiver() {
  const answers: number[] = []
  const got: Callback[] = []
  const server = await tinyServer(({ url, headers, body }, response) => {
    const text = body.toString('utf8')
    got.push({ path: url, headers, body: text, json: JSON.parse(text) as Told['json'] })
    response.writeHead(answers.shift() ?? 200, { location: '/elsewhere' }).end()
  })
  return { origin: server.origin, stop: server.close, got, answers }
}

export async function eventually<T>(ask: () => T | Promise<T>, isSo: (value: T) => boolean, withinMs = 60_000): Promise<T> {
  const endsAt = performance.now() + withinMs
  for (;;) {
    const value = await ask()
    if (isSo(value)) return value
    if (performance.now() > endsAt) throw new Error(`still not so after ${withinMs} ms: ${JSON.stringify(value)}`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
