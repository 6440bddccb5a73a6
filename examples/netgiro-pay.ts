// npx tsx examples/netgiro-pay.ts [phone] [address of the API]
// Asks a phone for 4.900 kr., waits for its yes, and takes the money.
import { setTimeout as pause } from 'node:timers/promises'
import { createNetgiroClient } from '../lib/gateways/netgiro/client'
import { customerId, provider } from './provider'

async function pay(amount: number, reference: string) {
  const netgiro = createNetgiroClient(provider)
  const cart = await netgiro.insertCart({ amount, reference, customerId, confirmationType: 2 })
  if (cart.kind !== 'done') return cart
  const { transactionId, checkEveryMs = 3000 } = cart.value
  console.log(`Cart ${transactionId} waits on the phone ${customerId}`)

  for (;;) {
    await pause(Math.min(Math.max(checkEveryMs, 1500), 60_000))
    const seen = await netgiro.checkCart(transactionId)
    if (seen.kind === 'unknown') continue // which is not no: ask again
    if (seen.kind === 'done' && seen.value.truth === 'pending') continue
    if (seen.kind === 'done' && seen.value.truth === 'reserved') await netgiro.confirmCart(transactionId)
    else return seen
  }
}

void pay(4900, `EX-${Date.now()}-`).then((end) => console.log(JSON.stringify(end)))
