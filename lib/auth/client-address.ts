import { isIP } from 'node:net'

/**
 * The address of the browser, as far as it can be believed: each trusted proxy appends the address it was called
 * from, so the browser's is the `hops`-th from the right and what stands before it is the browser's own invention.
 * Without a trusted proxy there is none to believe: null.
 */
export function clientAddress(forwardedFor: string | null, hops: number): string | null {
  if (hops < 1) return null
  const address = (forwardedFor ?? '').split(',').at(-hops)?.trim() ?? ''
  return isIP(address) ? address : null
}
