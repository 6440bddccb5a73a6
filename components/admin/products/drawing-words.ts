import type { Detail, Garment } from '@/lib/drawing/spec'
import type { MotifName } from '@/lib/drawing/motifs/library'
import type { WoolName } from '@/lib/drawing/wool'

/** What the editor of pictures says, in the reader's language. */
export type DrawingWords = {
  readonly garments: Readonly<Record<Garment, string>>
  readonly wools: Readonly<Record<WoolName, string>>
  readonly motifs: Readonly<Record<MotifName, string>>
  readonly details: Readonly<Record<Detail, string>>
  readonly labels: Readonly<
    Record<
      | 'garment'
      | 'palette'
      | 'shade'
      | 'addShade'
      | 'removeShade'
      | 'rib'
      | 'details'
      | 'bands'
      | 'trim'
      | 'band'
      | 'addBand'
      | 'removeBand'
      | 'up'
      | 'down'
      | 'motif'
      | 'gap'
      | 'ground'
      | 'pattern'
      | 'second'
      | 'picture'
      | 'chart'
      | 'undo'
      | 'unsaved'
      | 'save'
      | 'saving'
      | 'noBands',
      string
    >
  >
}
