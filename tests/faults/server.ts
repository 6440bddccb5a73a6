// A running server of the shop that may be killed and started again.
import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { nextEnvironment, releaseServer } from '@/scripts/lib/build.mjs'
import { freePort } from '@/scripts/lib/ports.mjs'
import { start } from '@/scripts/lib/processes.mjs'
import { root } from '@/scripts/lib/root.mjs'
import { pause } from './people'

type Child = ReturnType<typeof start> & { ended: Promise<{ code: number | null; signal: string | null }>; who: { pid: number } }

export class Server {
  private child: Child | undefined
  private readonly arming: string
  private constructor(readonly port: number, private readonly distDir: string, private readonly more: Record<string, string>) {
    this.arming = path.join(root, '.data-faults', `arm-${port}`)
    rmSync(this.arming, { force: true })
  }

  static async onPort(port: number | null, distDir: string, more: Record<string, string> = {}): Promise<Server> {
    return new Server(port ?? (await freePort()), distDir, more)
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`
  }

  get pid(): number {
    return this.child?.who.pid ?? 0
  }

  async up(): Promise<void> {
    const given = { ...process.env, PORT: String(this.port), APP_URL: this.origin, NEXTAUTH_URL: this.origin, FAULT_ARM: this.arming, RECONCILE_TIMER: 'true', NODE_OPTIONS: '', LOG_LEVEL: 'warn', ...this.more }
    const lifeline = path.join(root, 'scripts/lib/lifeline.mjs')
    const args = ['--import', path.join(root, 'tests/faults/arm.mjs'), '--import', lifeline, ...releaseServer(this.port)]
    const log = openSync(path.join(root, '.data-faults', `server-${this.port}.log`), 'a')
    const options = { outlives: false, env: nextEnvironment(given, this.distDir), cwd: root, stdio: ['pipe', log, log] }
    this.child = start(process.execPath, args, options) as unknown as Child
    closeSync(log)
    for (const deadline = Date.now() + 60_000; Date.now() < deadline; await pause(50)) {
      const healthy = await fetch(`${this.origin}/api/health`, { signal: AbortSignal.timeout(3_000) }).then((r) => r.ok, () => false)
      if (healthy) return
    }
    throw new Error('the server does not become healthy')
  }

  /** The next time it passes this crash point it dies there. */
  arm(point: string): void {
    writeFileSync(this.arming, point)
  }

  disarm(): void {
    rmSync(this.arming, { force: true })
  }

  /** The signal that ended it, or null when it still runs after so long. */
  async death(withinMs: number): Promise<string | null> {
    const ended = this.child?.ended.then(({ signal, code }) => signal ?? `code ${code}`) ?? Promise.resolve('never started')
    return Promise.race([ended, pause(withinMs).then(() => null)])
  }

  async kill(): Promise<void> {
    process.kill(this.pid, 'SIGKILL')
    await this.child?.ended
  }

  async stop(): Promise<void> {
    await (this.child as unknown as { stop?: () => Promise<void> } | undefined)?.stop?.()
  }

  reconcile = async (): Promise<void> => {
    await fetch(`${this.origin}/api/cron/reconcile`, { method: 'POST', headers: { authorization: `Bearer ${process.env.CRON_SECRET}` }, signal: AbortSignal.timeout(60_000) })
      .then((r) => r.arrayBuffer())
  }
}
