// Places where the fault suite lets a worker die. next.config.js writes FAULT_POINTS in when it builds, and it is
// "on" in the suite's own build only: in every other the body is gone, and a test looks for what would be left of it.

type Test = { atFaultPoint?: (name: string) => void; atFaultPointWait?: (name: string) => Promise<void> | undefined }

/** Marks a step after which nothing may be lost or doubled if the process ends here. Does nothing outside the suite. */
export function crashPoint(name: string): void {
  if (process.env.FAULT_POINTS !== 'on') return
  ;(globalThis as Test).atFaultPoint?.(name)
}

/** The same, where the suite may also hold a worker up for as long as it likes: between an answer and what is made of it. */
export async function pausePoint(name: string): Promise<void> {
  if (process.env.FAULT_POINTS !== 'on') return
  crashPoint(name)
  await (globalThis as Test).atFaultPointWait?.(name)
}
