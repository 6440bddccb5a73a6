// What the suite found: one line for each check, and the coverage of what it exercised.

export type Checked = { readonly name: string; readonly ok: boolean; readonly detail: string }
type Counts = Record<string, number>
/** Faults: how often each was ordered, and how often one hit a call. */
export type Coverage = { readonly crashPoints: Counts; readonly deaths: Counts; readonly transitions: Counts; readonly faults: Counts; readonly fired: Counts }
export type Result = { readonly checks: readonly Checked[]; readonly coverage?: Coverage }

/**
 * All connections were taken for five seconds: a machine that does too much at once. Whoever asked is told that it
 * failed, nothing was begun, and that both sides agree in the end is still asked for.
 */
export const isOverload = (error: unknown): boolean => error instanceof Error && /timeout exceeded when trying to connect/.test(error.message)

const checks: Checked[] = []

/** With a seeded defect one failure that says the right thing is enough. */
let expected: { readonly saying: RegExp; readonly stop: () => void } | undefined
export const atFirstFailure = (saying: RegExp, stop: () => void): void => void (expected = { saying, stop })

/** Runs one check; it holds when it returns no complaints. What it throws is a complaint. */
export async function check(name: string, work: () => Promise<readonly string[]>): Promise<void> {
  const started = performance.now()
  let complaints: readonly string[]
  try {
    complaints = await work()
  } catch (error) {
    complaints = [error instanceof Error ? (error.stack ?? error.message) : String(error)]
  }
  const detail = complaints.slice(0, 40).join('\n') + (complaints.length > 40 ? `\n… and ${complaints.length - 40} more` : '')
  checks.push({ name, ok: complaints.length === 0, detail })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  process.stdout.write(`${complaints.length ? '  ✗' : '  ✓'} ${name} (${seconds} s)\n${detail ? `${detail.replace(/^/gm, '      ')}\n` : ''}`)
  if (complaints.length && expected?.saying.test(`${name}\n${detail}`)) expected.stop()
}

export const checked = (): readonly Checked[] => checks

/** For notes that are no check: figures, counts. */
export const note = (text: string): void => void process.stdout.write(`    ${text}\n`)
