import autocannon from 'autocannon'

/** Asks for the paths in turn, or for what `next` names each time. */
export type Target = { readonly name: string; readonly origin: string; readonly paths: readonly string[]; readonly next?: () => string }
export type Loaded = { readonly perSecond: number; readonly p99: number; readonly bad: number }

const connections = 10

async function once({ origin, paths, next }: Target, seconds: number): Promise<Loaded> {
  const headers = { 'accept-encoding': 'gzip', accept: 'text/html' }
  const requests = next
    ? [{ headers, setupRequest: (request: autocannon.Request) => ({ ...request, path: next() }) }]
    : paths.map((path) => ({ path, headers }))
  const result = await autocannon({ url: origin, connections, duration: seconds, requests })
  return { perSecond: result.requests.average, p99: result.latency.p99, bad: result.non2xx + result.errors + result.timeouts }
}

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Loads them one after another, round after round, so that a machine that slows down slows them alike; medians. */
export async function load(targets: readonly Target[], { rounds, seconds }: { rounds: number; seconds: number }): Promise<Loaded[]> {
  for (const target of targets) await once(target, 3)
  const seen = targets.map((): Loaded[] => [])
  for (let round = 0; round < rounds; round++) for (const [i, target] of targets.entries()) seen[i]?.push(await once(target, seconds))
  return seen.map((runs) => ({
    perSecond: median(runs.map((run) => run.perSecond)),
    p99: median(runs.map((run) => run.p99)),
    bad: runs.reduce((sum, run) => sum + run.bad, 0),
  }))
}
