import { once } from 'node:events'
import path from 'node:path'
import type { Worker } from 'node:worker_threads'
import { renderDrawing } from '@/lib/drawing/render'
import type { Drawing } from '@/lib/drawing/spec'
import { bandSvg, markSvg, withoutUnions } from './art'
import { shareSize } from './address'

const accent = '#b0361a'
const longestMs = 60_000
const idleMs = 30_000
/** More than these need not wait: whoever asks can ask again. */
const mostAtOnce = 4

/** What the worker lays out; drawing, mark and band are SVG. */
export type SharePicture = { name: string; shelf: string; shop: string; drawing: string; mark: string; band: string }

let worker: Worker | undefined
let idle: NodeJS.Timeout | undefined
let waiting = 0
let last: Promise<unknown> = Promise.resolve()

function hire(): Worker {
  // Not imported: the bundler would take the script for one of its own, and the typefaces it reads for modules.
  const { Worker } = process.getBuiltinModule('node:worker_threads')
  const hired = new Worker(path.join(process.cwd(), 'lib/share-picture/worker.mjs'), { execArgv: [] })
  // One that dies while it has nothing to do is nobody's error.
  hired.on('error', () => hired === worker && dismiss())
  hired.unref()
  return hired
}

function dismiss(): void {
  void worker?.terminate()
  worker = undefined
}

async function drawNow(content: SharePicture): Promise<Uint8Array<ArrayBuffer>> {
  clearTimeout(idle)
  try {
    worker ??= hire()
    worker.postMessage({ content, size: shareSize })
    const [png] = (await once(worker, 'message', { signal: AbortSignal.timeout(longestMs) })) as [ArrayBuffer]
    return new Uint8Array(png)
  } catch (error) {
    dismiss()
    throw error
  } finally {
    idle = setTimeout(dismiss, idleMs).unref()
  }
}

type Shown = { name: string; shelf: string; shop: string; drawing: Drawing }

/** A product's picture for where it is shared, as PNG. They are drawn one at a time; null when too many wait already. */
export async function drawSharePicture({ drawing, ...texts }: Shown): Promise<Uint8Array<ArrayBuffer> | null> {
  if (waiting >= mostAtOnce) return null
  waiting++
  const { width, height } = shareSize
  const content: SharePicture = {
    ...texts,
    drawing: withoutUnions(renderDrawing(drawing)),
    mark: markSvg(accent),
    band: bandSvg('mountains', accent, { width: width - (height * 4) / 5, height: 72 }),
  }
  const turn = last.then(() => drawNow(content))
  last = turn.catch(() => undefined).finally(() => waiting--)
  return turn
}
