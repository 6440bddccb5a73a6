// T2: the shop's services over rows in memory, every step of theirs in an order that is drawn. What is found is
// repeated exactly by its seed and path, since nothing here is left to the machine.
import { explore } from '../interleavings/explore'
import { scenarios } from '../interleavings/scenarios'
import { check, note } from '../report'
import type { Part } from '../suite'

export const run: Part = async ({ seed, long }) => {
  const runs = long ? 10_000 : 500
  const moves: Record<string, number> = {}
  let steps = 0
  for (const scenario of scenarios) {
    await check(`${scenario.what}: ${runs.toLocaleString('en')} orders of events`, async () => {
      const found = await explore(scenario, { runs, seed })
      steps += found.steps
      for (const [move, times] of Object.entries(found.moves)) moves[move] = (moves[move] ?? 0) + times
      return found.failure ? [found.failure] : []
    })
  }
  const made = Object.entries(moves).sort(([a], [b]) => (a < b ? -1 : 1))
  note(`${steps.toLocaleString('en')} steps in memory; moves: ${made.map(([move, times]) => `${move} ${times}`).join(' · ')}`)
}
