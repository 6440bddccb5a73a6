import { edgeOf, type Look } from './pieces'
import { tag, use } from './svg'
import { lightness } from './wool'

// Light falls from the upper left. What lies over or under the wool and knows no pattern is here.

export type Stop = readonly [offset: number, dark: number]

/** A veil of shade across a piece; a stop is its place in percent and how dark it is, below zero how light. */
export function veil(
  id: string,
  stops: readonly Stop[],
  attributes: Record<string, string | number> = {},
  name = 'linearGradient',
): string {
  const all = stops.map(([offset, dark]) =>
    tag('stop', { offset: offset / 100, 'stop-color': dark < 0 ? '#fff' : undefined, 'stop-opacity': Math.abs(dark) }),
  )
  return tag(name, { id, ...attributes }, all.join(''))
}

export const clip = (id: string, ...shapes: string[]): string => tag('clipPath', { id }, shapes.join(''))

/** Room for what melts beyond the edge of what is painted. */
const around = { x: '-20%', y: '-20%', width: '140%', height: '150%' }
/**
 * Melts what is painted through it. In sRGB, since what melts is black or white and looks the same so: by default a
 * browser takes every pixel to linear light and back, which costs more than the blur.
 */
export const blur = (id: string, deviation: number): string =>
  tag('filter', { id, ...around, 'color-interpolation-filters': 'sRGB' }, tag('feGaussianBlur', { stdDeviation: deviation }))

/** Strokes of shadow (or of light) that melt into the cloth. */
export const soft = (content: string): string =>
  tag('g', { filter: 'url(#f)', fill: 'none', stroke: '#000', 'stroke-linecap': 'round' }, content)

export const crease = (d: string, width: number, opacity: number, stroke?: string): string =>
  tag('path', { d, 'stroke-width': width, opacity, stroke })

/** Fibres of another shade, strewn without a visible order over a tile of a size that fits no repeat. */
const fibres = (seed: number): string =>
  Array.from({ length: 46 }, (_, at) => {
    const turn = (at * at * 3 + seed) % 5
    return `M${(at * at * 7 + at * 13 + seed * 17) % 61} ${(at * at * 5 + at * 29 + seed) % 67}l${turn - 2} ${turn % 2 ? 2 : 1}`
  }).join('')
const [flecks, brights] = [fibres(3), fibres(8)]

const loose = 'M1 1l1 1M4 0v1.500M6 3l-1 1M2 4l1 1M5 6v1.500M1 7l1-1M3 8l1 1M6 1l.5.5M3 2.500l-1 1M.5 5l.5.5'
/** Ends of fibre, to fill the edge of wool with. */
const hairs = (ink: string): string =>
  tag(
    'pattern',
    { id: 'hair', width: 7, height: 9, patternUnits: 'userSpaceOnUse' },
    tag('path', { d: loose, stroke: ink, 'stroke-width': 0.6 }),
  )

type Picture = {
  /** The shapes that make the silhouette; their paths also clip what must not leave it. */
  readonly outline: string
  readonly defs?: string
  readonly body: string
  /** Paper has no hair. */
  readonly hair?: boolean
  /** What is looked at: left, top and width; the height follows from 4 : 5. */
  readonly view?: readonly [x: number, y: number, width: number]
}

/** What is only referred to, and the rest: inside something that is copied it would be copied too. */
function withoutDefs(content: string): [defs: string, rest: string] {
  let defs = ''
  const rest = content.replace(/<defs>(.*?)<\/defs>/g, (_, inside: string) => {
    defs += inside
    return ''
  })
  return [defs, rest]
}

/** The whole picture: shadow on the ground, hair along the edge, the piece itself. */
export function frame(
  { base, heather }: Look,
  { outline, defs = '', body, hair = true, view: [x, y, width] = [0, 0, 400] }: Picture,
): string {
  const light = lightness(base)
  // Furrows on light wool, ridges on dark: both must show.
  const [ink, strength] = light < 0.2 ? ['#c4b9ae', 0.17] : ['#000', 0.25 - 0.08 * light]
  const style = `.t{fill:none;stroke:${ink};stroke-opacity:${Math.round(strength * 100) / 100};stroke-width:.8}.u{fill:none;stroke:${ink};stroke-opacity:${Math.round(strength * 70) / 100}}.r{stroke:#000;stroke-opacity:.28}.q{stroke:#fff;stroke-opacity:.13}`
  const edge = edgeOf(base)
  const [apart, seen] = withoutDefs(body)
  const [more, kept] = withoutDefs(defs)
  const fleck = heather
    ? tag(
        'pattern',
        { id: 'h', width: 61, height: 67, patternUnits: 'userSpaceOnUse' },
        tag(
          'g',
          { 'stroke-width': 0.8 },
          tag('path', { d: flecks, stroke: '#000', opacity: 0.26 }) + tag('path', { d: brights, stroke: '#fff', opacity: 0.3 }),
        ),
      )
    : ''
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${width * 1.25}"><style>${style}</style>` +
    tag(
      'defs',
      {},
      tag('g', { id: 'o' }, outline) + clip('a', outline) + apart + more + kept + blur('f', 5) + blur('g', 8) + hairs(edge) + fleck,
    ) +
    tag('use', { href: '#o', transform: 'translate(5 10)', filter: 'url(#g)', fill: '#1c130a', opacity: 0.34 }) +
    (hair ? tag('use', { href: '#o', stroke: 'url(#hair)', fill: 'none', 'stroke-width': 3.6 }) : '') +
    tag('use', { href: '#o', fill: base, stroke: edge, 'stroke-width': 1.3, 'stroke-linejoin': 'round' }) +
    seen +
    (heather ? tag('path', { d: 'M0 0h400v500H0z', fill: 'url(#h)', 'clip-path': 'url(#a)' }) : '') +
    '</svg>'
  )
}

export const mirrored = (id: string): string => use(id, 'matrix(-1 0 0 1 400 0)')
