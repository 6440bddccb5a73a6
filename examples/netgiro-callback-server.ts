// npx tsx examples/netgiro-callback-server.ts [phone] [address of the API]
// Asks a phone and hears of its answer by callback: verified over the raw bytes and the registered address, then
// looked up, since a callback is a hint and CheckCart is the truth.
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readCallback } from '../lib/gateways/netgiro/callback'
import { createNetgiroClient } from '../lib/gateways/netgiro/client'
import { customerId, provider } from './provider'

const netgiro = createNetgiroClient(provider)
const payment = { reference: `EX-${Date.now()}-`, amount: 4900, callbackUrl: '', transactionId: '' }

async function receive(request: IncomingMessage): Promise<number> {
  if (request.method !== 'POST' || !payment.callbackUrl.endsWith(String(request.url))) return 404
  const body = Buffer.concat(await request.toArray())
  const headers = new Headers(request.headers as Record<string, string>)
  // The address as it was registered: behind a proxy the server sees another one, which nobody signed.
  const callback = readCallback(provider.secretKey, { registeredUrl: payment.callbackUrl, headers, body })
  console.log(`Callback: signature ${callback.signature} ${JSON.stringify(callback.view)}`)
  if (callback.signature === 'invalid') return 401
  if (!callback.parsed) return 400
  setImmediate(() => void lookUp())
  return 200
}

/** For the callback and a timer alike: callbacks get lost, and can overtake InsertCart's answer. */
async function lookUp() {
  if (!payment.transactionId) return
  const seen = await netgiro.checkCart(payment.transactionId)
  console.log(`CheckCart: ${JSON.stringify(seen)}`)
  if (seen.kind !== 'done' || seen.value.truth === 'pending') return
  // Paid is: confirmed, and the amount and reference are ours.
  const { truth, payment: info } = seen.value
  console.log(truth === 'confirmed' && info?.totalAmount === payment.amount && info.reference === payment.reference ? 'Paid' : 'Not paid')
  process.exit()
}

const server = createServer((request, response) => {
  void receive(request).then((status) => response.writeHead(status).end())
})

server.listen(0, async () => {
  payment.callbackUrl = `http://localhost:${(server.address() as AddressInfo).port}/netgiro/${payment.reference}`
  const cart = await netgiro.insertCart({ ...payment, customerId, confirmationType: 0 })
  console.log(`InsertCart: ${JSON.stringify(cart)}, callbacks come to ${payment.callbackUrl}`)
  if (cart.kind !== 'done') process.exit(1)
  payment.transactionId = cart.value.transactionId
  setInterval(() => void lookUp(), 5000)
})
