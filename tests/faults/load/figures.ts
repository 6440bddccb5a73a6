const percentile = (sorted: readonly number[], part: number): number => sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0

/** "p50 12 ms, p95 …": how the durations are spread. */
export function spread(durations: readonly number[]): string {
  const sorted = [...durations].sort((a, b) => a - b)
  const ms = (value: number) => `${Math.round(value)} ms`
  return `p50 ${ms(percentile(sorted, 0.5))}, p95 ${ms(percentile(sorted, 0.95))}, p99 ${ms(percentile(sorted, 0.99))}, longest ${ms(percentile(sorted, 1))}`
}

/** The most that fell into one second. */
export function busiestSecond(moments: readonly number[]): number {
  const seconds = new Map<number, number>()
  for (const moment of moments) seconds.set(Math.floor(moment / 1000), (seconds.get(Math.floor(moment / 1000)) ?? 0) + 1)
  return Math.max(0, ...seconds.values())
}

/** Each kind with how often it came. */
export function tally(kinds: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].map(([kind, n]) => `${n} × ${kind}`).join(', ')
}
