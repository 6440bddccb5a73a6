import { env } from '@/lib/env'

export type Target = { readonly connect: string } | { readonly blocked: string }

const isLoopback = (host: string) => host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host)

/**
 * Where a callback may go: to this very app, or to a program on the same machine. Anybody may name a
 * CallbackUrl, and the sandbox must not become a way to post into other people's networks.
 */
export function target(registered: string): Target {
  const url = URL.canParse(registered) ? new URL(registered) : null
  if (!url || !/^https?:$/.test(url.protocol)) return { blocked: 'not an http address' }
  const { appUrl, loopback } = env()
  if (url.origin === new URL(appUrl).origin) return { connect: loopback + registered.replace(/^[a-z]+:\/\/[^/?#]*/i, '') }
  // On a platform there is no machine of one's own behind loopback.
  const ownMachine = isLoopback(new URL(loopback).hostname)
  return ownMachine && isLoopback(url.hostname) ? { connect: registered } : { blocked: 'neither this app nor this machine' }
}

/** A preview behind the platform's protection lets its own calls in with this header. */
export function passage(connect: string): Record<string, string> {
  const { protectionBypass, appUrl } = env()
  return protectionBypass && new URL(connect).origin === new URL(appUrl).origin ? { 'x-vercel-protection-bypass': protectionBypass } : {}
}
