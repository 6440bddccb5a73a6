import { sheet } from '../fabric'
import { clip, crease, frame, soft, veil } from '../frame'
import { cloth, lookOf, rowsOf } from '../pieces'
import type { Drawing } from '../spec'
import { tag, use } from '../svg'
import { shade } from '../wool'

// A hank twisted upon itself, and a paper band about its middle.

const lobe = 'M142 96C128 66 196 44 238 78C280 112 276 150 246 168C210 176 158 138 142 96Z'
const strandsInLobe =
  'M146 88C170 66 240 100 256 160M142 98C166 80 228 112 244 168M152 80C184 60 250 92 264 150M164 72C196 56 258 86 270 138M146 106C166 100 212 126 228 168M150 118C168 116 200 138 212 162M182 64C214 54 262 82 272 122'
const step = 43
const outline =
  'M142 96C128 66 196 44 238 78C282 112 284 160 276 200C284 240 284 330 276 378C282 420 262 446 214 452C166 448 136 424 140 392C128 350 126 300 134 262C126 214 126 150 142 96Z'
const paper = 'M118 214Q206 236 294 214V304Q206 328 118 304Z'

export function skein(drawing: Drawing): string {
  const look = lookOf(drawing)
  const { inks, base } = look
  const [, ground = '#fff', ink = '#000'] = inks
  const row = 4.6
  const tall = rowsOf(drawing.bands) * row
  const top = 258 - tall / 2
  const lobes = Array.from({ length: 8 }, (_, at) => use('z', `translate(0 ${at * step - 20})`))
  const printed = cloth(
    'm',
    sheet(5.6, row, { round: 90, drop: (x) => 11 * (1 - (x / 84) ** 2) }),
    [top, top + tall],
    drawing.bands,
    24,
    [ground, ...inks.slice(1)],
    top,
  )
  return frame(look, {
    view: [35, 44, 340],
    outline: tag('path', { d: outline }),
    defs:
      clip('e', tag('path', { d: outline })) +
      clip('y', tag('path', { d: lobe })) +
      clip('i', tag('path', { d: paper })) +
      veil('v', [
        [0, 0.4],
        [16, 0.12],
        [38, -0.1],
        [68, 0.04],
        [86, 0.18],
        [100, 0.44],
      ]) +
      tag(
        'g',
        { id: 'z' },
        tag('path', { d: lobe, fill: base, stroke: shade(base, -0.5), 'stroke-width': 1.4 }) +
          tag(
            'g',
            { 'clip-path': 'url(#y)' },
            tag(
              'g',
              { fill: 'none' },
              tag('path', { d: strandsInLobe, stroke: shade(base, -0.32), 'stroke-width': 2 }) +
                tag('path', { d: strandsInLobe, stroke: shade(base, 0.3), 'stroke-width': 0.9, transform: 'translate(1.500-2)' }),
            ) + soft(crease('M142 96C158 138 210 176 246 168', 10, 0.6)),
          ),
      ),
    body: tag(
      'g',
      { 'clip-path': 'url(#e)' },
      tag('path', { d: outline, fill: shade(base, -0.3) }) +
        lobes.join('') +
        soft(crease('M118 214Q206 236 294 214M118 304Q206 328 294 304', 10, 0.5)) +
        tag(
          'g',
          { 'clip-path': 'url(#i)' },
          tag('path', { d: paper, fill: ground }) +
            tag('g', { transform: 'translate(206 0)' }, printed) +
            tag('path', { d: 'M118 221Q206 243 294 221M118 297Q206 321 294 297', fill: 'none', stroke: ink, 'stroke-width': 1.6 }),
        ) +
        tag('path', { d: outline, fill: 'url(#v)' }),
    ),
  })
}
