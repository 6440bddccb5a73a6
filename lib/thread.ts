import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'

const longestMs = 60_000
const idleMs = 30_000

type ThreadOptions = {
  /** Where its script is: plain JavaScript beside the bundle, that answers each message with the bytes it makes. */
  readonly script: () => string
  /** More than these need not wait: whoever asks can ask again. */
  readonly mostAtOnce: number
}

/**
 * A thread of its own for what would keep the server from answering anybody else: started when it is needed, let go
 * when nobody is. It does one thing at a time; null when too many wait already.
 */
export function threadOf<Message>({ script, mostAtOnce }: ThreadOptions): (message: Message) => Promise<Uint8Array<ArrayBuffer> | null> {
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()

  function hire(): Worker {
    // Not imported: the bundler would take the script for one of its own, and the typefaces it reads for modules.
    const { Worker } = process.getBuiltinModule('node:worker_threads')
    const hired = new Worker(script(), { execArgv: [] })
    // One that dies while it has nothing to do is nobody's error.
    hired.on('error', () => hired === worker && dismiss())
    hired.unref()
    return hired
  }

  function dismiss(): void {
    void worker?.terminate()
    worker = undefined
  }

  async function doNow(message: Message): Promise<Uint8Array<ArrayBuffer>> {
    clearTimeout(idle)
    try {
      worker ??= hire()
      worker.postMessage(message)
      const [bytes] = (await once(worker, 'message', { signal: AbortSignal.timeout(longestMs) })) as [ArrayBuffer]
      return new Uint8Array(bytes)
    } catch (error) {
      dismiss()
      throw error
    } finally {
      idle = setTimeout(dismiss, idleMs).unref()
    }
  }

  return async (message) => {
    if (waiting >= mostAtOnce) return null
    waiting++
    const turn = last.then(() => doNow(message))
    last = turn.catch(() => undefined).finally(() => waiting--)
    return turn
  }
}
