import { renderDrawing } from './render'
import type { Drawing } from './spec'

// A drawing's first coat: the piece in its plain colours, before anything is knitted into it. It is small enough to stand
// in the page that shows the drawing, and is painted with the page's first words; the drawing comes over it. Taken from
// the drawing's own markup, so that the two cannot differ.

/** Cloth, columns of stitches, what melts, and what the lines of a texture look like. */
const definition = /<(pattern|marker|filter|style)\b[^>]*?(?:\/>|>.*?<\/\1>)/g
const melting = /<g [^>]*filter=[^>]*>.*?<\/g>/g
const element = /<(?:path|circle|ellipse|use)\b([^>]*)\/>/g
const hasTexture = (attributes: string): boolean => / class="[rqtu]"/.test(attributes)
/** Seams and lights: lines one looks for. */
const isFaint = (attributes: string): boolean => attributes.includes(' opacity="') && attributes.includes(' stroke="')
/** Strands and tufts: shapes are told in fewer strokes. */
const isLong = (attributes: string): boolean => (/ d="([^"]*)"/.exec(attributes)?.[1] ?? '').length > 600
/** Lines as thin as a stitch, and what is no larger than a button. */
const isThin = (attributes: string): boolean => / stroke-width="(?:1?\.\d+|1)"/.test(attributes) && !/ fill="[^n]/.test(attributes)
const isSmall = (attributes: string): boolean => / r="(?:[0-7]?\.\d+|[0-7])"/.test(attributes)
const kindsOfFine = [hasTexture, isFaint, isLong, isThin, isSmall]
const isFine = (attributes: string): boolean => kindsOfFine.some((is) => is(attributes))

/** How ends and corners of lines are, zeros before a point: nothing one sees in a first coat. */
const needless = / stroke-line(?:join|cap)="\w+"|(?<==")0(?=\.)/g

const empty = /<(g|defs|clipPath)\b[^>]*><\/\1>/g
const copy = /<use href="#([\w-]+)"[^>]*\/>/g
const named = /<(clipPath|linearGradient|radialGradient) id="([\w-]+)"[^>]*>.*?<\/\1>/g

/** Without what holds nothing, copies nothing and is asked for by nothing, until nothing else goes with it. */
function tidy(markup: string): string {
  const tidier = markup
    .replace(empty, '')
    .replace(copy, (whole, id: string) => (markup.includes(` id="${id}"`) ? whole : ''))
    .replace(named, (whole, _, id: string) => (markup.includes(`url(#${id})`) ? whole : ''))
  return tidier === markup ? markup : tidy(tidier)
}

/** The first coat of a drawing as SVG, with the drawing's view. Throws for a text that is no drawing. */
export function groundCoat(of: string | Drawing): string {
  const gone = new Set<string>()
  const bare = renderDrawing(of).replace(definition, (whole) => {
    for (const [, id] of whole.matchAll(/ id="([\w-]+)"/g)) if (id) gone.add(id)
    return ''
  })
  const isLost = (attributes: string) => Array.from(attributes.matchAll(/#([\w-]+)/g), ([, id = '']) => id).some((id) => gone.has(id))
  return tidy(
    bare
      .replace(melting, '')
      .replace(element, (whole, attributes: string) => (isFine(attributes) || isLost(attributes) ? '' : whole))
      .replace(needless, '')
      // As large as the drawing: what has no size of its own counts as less than what it fills.
      .replace('<svg ', '<svg width="400" height="500" '),
  )
}

const escapes: Record<string, string> = { '%': '%25', '#': '%23', '"': '%22', '<': '%3C', '>': '%3E' }

/** The first coat as a CSS image. */
export const groundCoatImage = (of: string | Drawing): string =>
  `url("data:image/svg+xml,${groundCoat(of).replace(/[%#"<>]/g, (one) => escapes[one] ?? one)}")`
