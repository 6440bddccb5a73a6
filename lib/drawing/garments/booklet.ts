import { clip, frame, veil } from '../frame'
import { lookOf, rings } from '../pieces'
import type { Drawing } from '../spec'
import { tag } from '../svg'
import { shade } from '../wool'

// A pattern booklet: half a yoke rises on the cover like a sun, above it room for a title.

const cover = 'M70 70H330V438H70Z'
const turned = 'rotate(-2.500 200 250)'

export function booklet(drawing: Drawing): string {
  const look = lookOf(drawing)
  const { inks, base } = look
  const [, ink = '#000', second = ink] = inks
  const lines = [
    [150, 22, 10],
    [108, 37, 10],
    [92, 56, 3],
    [64, 64, 3],
  ].map(([width = 0, y = 0, height = 0]) =>
    tag('path', { d: `M${200 - width / 2} ${80 + y}h${width}v${height}h-${width}z`, fill: height > 5 ? ink : second }),
  )
  return frame(look, {
    view: [27, 38, 350],
    hair: false,
    outline: tag('path', { d: cover, transform: turned }),
    defs:
      clip('e', tag('path', { d: 'M84 176H316V424H84Z' })) +
      veil('v', [
        [0, 0.34],
        [2.5, 0.04],
        [4, 0.2],
        [6, 0],
        [40, -0.07],
        [100, 0.12],
      ]),
    body: tag(
      'g',
      { transform: turned },
      tag('path', { d: 'M330 74l5 3V442H74l-3-4', fill: '#f6f1e6', stroke: '#b9ad98', 'stroke-width': 0.7 }) +
        tag('path', { d: cover, fill: base }) +
        lines.join('') +
        tag(
          'g',
          { 'clip-path': 'url(#e)' },
          tag('path', { d: 'M84 176H316V424H84Z', fill: shade(base, 0.06) }) +
            tag('g', { transform: 'translate(200 150)' }, rings('y', drawing.bands, 52, 5.6, 7.2, 0.27, inks)),
        ) +
        tag('path', { d: 'M84 176H316V424H84Z', fill: 'none', stroke: ink, 'stroke-width': 1.6 }) +
        tag('path', { d: 'M79 171H321V429H79Z', fill: 'none', stroke: ink, 'stroke-width': 0.6 }) +
        tag('path', { d: 'M71.500 160v16M71.500 330v16', stroke: '#cfcac0', 'stroke-width': 1.6 }) +
        tag('path', { d: cover, fill: 'url(#v)' }),
    ),
  })
}
