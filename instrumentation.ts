/** Runs once when a server starts: a wrong environment ends the boot here, by name, not at the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { readUndecodablePathsLiterally } = await import('@/lib/literal-paths')
  readUndecodablePathsLiterally()
  const { env } = await import('@/lib/env')
  if (Object.values(env().modes).includes('sandbox')) (await import('@/lib/sandbox/as-sent')).keepUrlsAsSent()
  if (!env().reconcileTimer) return
  const { startReconcileTimer } = await import('@/lib/payments/timer')
  startReconcileTimer()
  const { startUpkeepTimer } = await import('@/lib/upkeep/timer')
  startUpkeepTimer()
  if (env().smtp) (await import('@/lib/mail/timer')).startMailTimer()
}
