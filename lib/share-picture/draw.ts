import path from 'node:path'
import { renderDrawing } from '@/lib/drawing/render'
import type { Drawing } from '@/lib/drawing/spec'
import { threadOf } from '@/lib/thread'
import { bandSvg, markSvg, withoutUnions } from './art'
import { shareSize } from './address'

const accent = '#b0361a'

/** What the worker lays out; drawing, mark and band are SVG. */
export type SharePicture = { name: string; shelf: string; shop: string; drawing: string; mark: string; band: string }

const inThread = threadOf<{ content: SharePicture; size: typeof shareSize }>({
  script: () => path.join(process.cwd(), 'lib/share-picture/worker.mjs'),
  mostAtOnce: 4,
})

type Shown = { name: string; shelf: string; shop: string; drawing: Drawing }

/** A product's picture for where it is shared, as PNG. They are drawn one at a time; null when too many wait already. */
export function drawSharePicture({ drawing, ...texts }: Shown): Promise<Uint8Array<ArrayBuffer> | null> {
  const { width, height } = shareSize
  const content: SharePicture = {
    ...texts,
    drawing: withoutUnions(renderDrawing(drawing)),
    mark: markSvg(accent),
    band: bandSvg('mountains', accent, { width: width - (height * 4) / 5, height: 72 }),
  }
  return inThread({ content, size: shareSize })
}
