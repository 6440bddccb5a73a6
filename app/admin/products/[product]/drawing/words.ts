import type { DrawingWords } from '@/components/admin/products/drawing-words'
import { filterWords } from '@/components/shop/filter-words'
import { motifs, type MotifName } from '@/lib/drawing/motifs/library'
import { details, garments, type Detail, type Garment } from '@/lib/drawing/spec'
import { wools, type WoolName } from '@/lib/drawing/wool'
import { words, type Locale } from '@/lib/i18n'

const labels = [
  'garment',
  'palette',
  'shade',
  'addShade',
  'removeShade',
  'rib',
  'details',
  'bands',
  'trim',
  'band',
  'addBand',
  'removeBand',
  'up',
  'down',
  'motif',
  'gap',
  'ground',
  'pattern',
  'second',
  'undo',
  'unsaved',
  'save',
  'saving',
  'noBands',
] as const

const table = <K extends string, T>(of: Readonly<Record<K, unknown>>, word: (key: K) => T) =>
  Object.fromEntries((Object.keys(of) as K[]).map((key) => [key, word(key)])) as Record<K, T>

/** The words of the editor: it is drawn in the browser, where the messages are not. */
export function drawingWords(locale: Locale): DrawingWords {
  const t = words(locale, 'products')
  const { garment, colour } = filterWords(locale)
  return {
    garments: table<Garment, string>(garments, garment),
    wools: table<WoolName, string>(wools, colour),
    motifs: table<MotifName, string>(motifs, (key) => t(`draw.motifs.${key}`)),
    details: table<Detail, string>(details, (key) => t(`draw.detailsOf.${key}`)),
    labels: {
      ...(Object.fromEntries(labels.map((key) => [key, t(`draw.${key}`)])) as Record<(typeof labels)[number], string>),
      picture: t('draw.picture', { name: '{name}' }),
      chart: t('draw.chart', { name: '{name}' }),
    },
  }
}
