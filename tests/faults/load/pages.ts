// An open load: each page asks when the shop told it to, however long the others wait for their answers. What a
// question took is counted from the moment it was due, so that neither a server that stalls nor a load generator
// that comes too late makes the figures better than what a shopper sees.
import http from 'node:http'
import { z } from 'zod'

const answerShape = z.object({ state: z.string(), nextPollMs: z.number().nullable(), terminal: z.boolean() })
export type Answer = z.infer<typeof answerShape>

export type Question = { readonly dueAt: number; readonly tookMs: number; readonly failed: string | null }

const patienceMs = 10_000
export const noAnswer = 'no answer'
/** Until the shop has said anything else. */
const ownPaceMs = 2_000

export class Pages {
  readonly questions: Question[] = []
  /** Connections the server had closed for idleness just as they were used again: a browser asks anew by itself. */
  reconnects = 0
  private readonly agent = new http.Agent({ keepAlive: true, maxFreeSockets: 512, scheduling: 'lifo' })
  private readonly timers = new Set<NodeJS.Timeout>()
  private open = true

  constructor(private readonly origin: string) {}

  /** A page that opens at this moment, by performance.now(), and asks until the payment is over or everybody leaves. */
  page(paymentId: string, opensAt: number, seen: (answer: Answer) => void = () => undefined): void {
    this.at(opensAt, async () => {
      for (let dueAt = opensAt, paceMs = ownPaceMs, failures = 0; this.open; ) {
        const answer = await this.ask(paymentId, dueAt)
        if (answer) seen(answer)
        if (answer?.terminal || !this.open) return
        paceMs = answer?.nextPollMs ?? paceMs
        failures = answer ? 0 : failures + 1
        dueAt = performance.now() + (failures ? Math.max(paceMs, Math.min(10_000, 250 * 2 ** failures)) : paceMs)
        await new Promise<void>((resolve) => this.at(dueAt, async () => resolve()))
      }
    })
  }

  leave(): void {
    this.open = false
    for (const timer of this.timers) clearTimeout(timer)
    this.agent.destroy()
  }

  /** What was due in this stretch of time. */
  between(from: number, to: number): Question[] {
    return this.questions.filter(({ dueAt }) => dueAt >= from && dueAt < to)
  }

  private at(moment: number, work: () => Promise<void>): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer)
      void work()
    }, moment - performance.now())
    this.timers.add(timer)
  }

  private async ask(paymentId: string, dueAt: number): Promise<Answer | null> {
    const said = await this.get(`/api/payments/${paymentId}/status`)
    const answer = typeof said === 'string' ? null : said
    if (this.open) this.questions.push({ dueAt, tookMs: performance.now() - dueAt, failed: typeof said === 'string' ? said : null })
    return answer
  }

  /** The answer, or what went wrong. */
  private get(path: string, again = false): Promise<Answer | string> {
    return new Promise((resolve) => {
      const request = http.get(`${this.origin}${path}`, { agent: this.agent, timeout: patienceMs }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', (error) => resolve(error.message))
        response.on('end', () => {
          if (response.statusCode !== 200) return resolve(`status ${response.statusCode}`)
          const parsed = answerShape.safeParse(JSON.parse(Buffer.concat(chunks).toString()))
          resolve(parsed.success ? parsed.data : 'not an answer')
        })
      })
      request.on('timeout', () => request.destroy(new Error(noAnswer)))
      request.on('error', (error) => {
        if (again || !request.reusedSocket || (error as NodeJS.ErrnoException).code !== 'ECONNRESET') return resolve(error.message)
        this.reconnects++
        resolve(this.get(path, true))
      })
    })
  }
}
