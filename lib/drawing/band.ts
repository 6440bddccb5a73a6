import { chartHeight, chartWidth, column } from './motifs/chart'
import { motifs, type MotifName } from './motifs/library'
import { p, tag } from './svg'

const stitch = { width: 6, height: 5, tip: 3.6 }

export type BandTile = {
  /** One repeat; tiles join without a seam. */
  readonly width: number
  readonly height: number
  /** The pattern's stitches. */
  readonly d: string
  /** Those of the second colour, to be drawn fainter; empty for most. */
  readonly faint: string
}

function stitchesOf(name: MotifName, ink: string): string {
  const { width, height, tip } = stitch
  let d = ''
  for (let x = 0; x < chartWidth(motifs[name]); x++) {
    const down = column(motifs[name], x)
    for (let y = 0; y < down.length; y++) {
      if (down[y] === ink) d += `M${p(x * width, y * height)}l${p(3, tip, 3, -tip)}v${height}l${p(-3, tip, -3, -tip)}z`
    }
  }
  return d
}

export const isBandName = (name: string): name is MotifName => Object.hasOwn(motifs, name)

/** A motif as an ornament: paths to fill with any colour, one repeat wide. */
export const bandTile = (name: MotifName): BandTile => ({
  width: chartWidth(motifs[name]) * stitch.width,
  height: chartHeight(motifs[name]) * stitch.height + stitch.tip,
  d: stitchesOf(name, 'x'),
  faint: stitchesOf(name, 'o'),
})

/**
 * A motif as a picture to repeat sideways. Black on nothing: use it as a CSS mask over `background: currentColor`
 * and it takes the colour of the text.
 */
export function renderBand(name: MotifName): string {
  const { width, height, d, faint } = bandTile(name)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">` +
    tag('path', { d }) +
    (faint ? tag('path', { d: faint, opacity: 0.5 }) : '') +
    '</svg>'
  )
}
