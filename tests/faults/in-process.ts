// The shop in this process: its services called directly, its callbacks taken over HTTP as its route takes them.
import { createServer } from 'node:http'
import { answerCallback } from '@/app/api/callbacks/answer'
import { mortally } from './crashes'
import type { Random } from './random'

const address = /^\/api\/callbacks\/([^/]+)\/([^/]+)\/([^/]+?)(\/cancel)?$/

/** Chance that a worker who takes in a callback dies at one of the crash points it passes. */
export const callbackRisk = { random: undefined as Random | undefined, risk: 0, answers: new Map<number, number>() }

/** Serves the callback addresses on the port of APP_URL. A worker that dies leaves the line open until it is cut. */
export async function serveCallbacks(): Promise<() => void> {
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => void take(Buffer.concat(chunks)))

    async function take(body: Buffer): Promise<void> {
      const [, gateway = '', payment = '', token = '', cancel] = address.exec(incoming.url ?? '') ?? []
      const headers = new Headers()
      for (const [name, value] of Object.entries(incoming.headers)) if (value !== undefined) headers.set(name, String(value))
      const request = new Request(`http://localhost${incoming.url}`, { method: 'POST', headers, body: new Uint8Array(body) })
      const answer = () => answerCallback(request, { gateway, payment, token }, cancel ? 'cancel' : 'callback')
      const { random, risk } = callbackRisk
      const response = random ? await mortally(random, risk, answer) : await answer()
      if (!response) return void incoming.socket.destroy()
      callbackRisk.answers.set(response.status, (callbackRisk.answers.get(response.status) ?? 0) + 1)
      outgoing.writeHead(response.status).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(Number(process.env.PORT), '127.0.0.1', resolve))
  return () => {
    server.closeAllConnections()
    server.close()
  }
}
