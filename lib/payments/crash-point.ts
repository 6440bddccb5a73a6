// Places where the fault suite lets a worker die. next.config.js writes FAULT_POINTS in when it builds, and it is
// "on" in the suite's own build only: in every other the body is gone, and a test looks for what would be left of it.

type Test = { atFaultPoint?: (name: string) => void }

/** Marks a step after which nothing may be lost or doubled if the process ends here. Does nothing outside the suite. */
export function crashPoint(name: string): void {
  if (process.env.FAULT_POINTS !== 'on') return
  ;(globalThis as Test).atFaultPoint?.(name)
}
