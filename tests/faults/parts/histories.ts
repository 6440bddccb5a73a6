// T3: no history, however unlucky, leaves a payment lost, doubled or invented.
import { playHistory } from '../histories'
import { check, note } from '../report'
import type { Part } from '../suite'

export const run: Part = async ({ seed, long }) => {
  const transitions: Record<string, number> = {}
  const seeds = Array.from({ length: long ? 20 : 2 }, (_, i) => seed + i)
  for (const one of seeds) {
    const orders = long ? 500 : 60
    await check(`${orders} orders in random histories leave nothing lost, doubled or invented (seed ${one})`, async () => {
      const history = await playHistory({ seed: one, orders })
      for (const [move, times] of Object.entries(history.transitions)) transitions[move] = (transitions[move] ?? 0) + times
      note(`${history.operations} operations, ${Object.values(history.transitions).reduce((a, b) => a + b, 0)} moves`)
      return history.complaints
    })
  }
  return transitions
}
