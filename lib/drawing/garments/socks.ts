import { sheet } from '../fabric'
import { clip, crease, frame, soft, veil } from '../frame'
import { cloth, lookOf, ribbing } from '../pieces'
import type { Drawing } from '../spec'
import { tag, use } from '../svg'

// A pair laid one over the other; heel and toe in the shade of the ribbing, where the wear is.

const sock =
  'M160 62Q212 74 262 62C264 150 262 220 268 292C276 330 272 380 228 388C180 396 130 402 92 398C60 392 52 352 76 336C104 320 140 318 154 296C164 260 158 160 160 62Z'
const heel = 'M270 300C278 336 272 382 228 388L206 350Q232 316 270 300Z'
const toe = 'M100 322C60 336 48 386 92 398L112 398Q126 362 100 322Z'
const places = ['translate(64 -12)rotate(4 200 240)', 'translate(0 22)']

export function socks(drawing: Drawing): string {
  const look = lookOf(drawing)
  const { inks, base, rib } = look
  const patch = (d: string, place: string, columns: number, id: string) =>
    tag('path', { d, fill: rib }) + tag('g', { transform: place }, cloth(id, sheet(5.2, 4.1), [0, 96], [], columns, inks))
  const leg = tag('g', { transform: 'translate(211)' }, cloth('m', sheet(5.2, 4.1, { round: 70 }), [90, 330], drawing.bands, 15, inks, 124))
  const foot = tag(
    'g',
    { 'clip-path': 'url(#y)' },
    tag('path', { d: 'M40 290H190L240 400H40Z', fill: base }) +
      tag('g', { transform: 'translate(214 352)rotate(84)' }, cloth('l', sheet(5.2, 4.1), [0, 160], [], 11, inks)),
  )
  const one = tag(
    'g',
    { 'clip-path': 'url(#e)' },
    tag('path', { d: sock, fill: base }) +
      leg +
      foot +
      tag('g', { 'clip-path': 'url(#i)' }, patch(heel, 'translate(238 304)rotate(-30)', 12, 'p')) +
      tag('g', { 'clip-path': 'url(#u)' }, patch(toe, 'translate(128 360)rotate(84)', 12, 's')) +
      ribbing('M150 84Q212 98 272 84', rib, 56, 5.4) +
      soft(
        crease('M156 116Q212 126 266 116', 4, 0.3) +
          crease('M262 60C264 150 262 220 268 292C276 330 272 380 228 390C180 398 130 404 92 400', 14, 0.34) +
          crease('M160 60C158 160 164 260 152 298', 9, 0.26) +
          crease('M166 300C184 310 206 306 222 294M170 318C190 330 214 326 236 306', 4, 0.2) +
          crease('M196 120C192 190 198 250 190 290M90 352C120 340 150 340 170 334', 9, 0.12, '#fff'),
      ),
  )
  return frame(look, {
    view: [13, 18, 350],
    outline: places.map((transform) => tag('path', { d: sock, transform })).join(''),
    defs:
      clip('e', tag('path', { d: sock })) +
      clip('i', tag('path', { d: heel })) +
      clip('u', tag('path', { d: toe })) +
      clip('y', tag('path', { d: 'M176 280C160 310 110 318 60 330V410H232L206 350Z' })) +
      veil('v', [
        [0, 0],
        [100, 0.2],
      ]) +
      tag('g', { id: 'z' }, one),
    body:
      use('z', places[0]) +
      tag('path', { d: sock, transform: places[0] ?? '', opacity: 0.14 }) +
      tag('path', { d: sock, transform: 'translate(7 28)', filter: 'url(#f)', opacity: 0.4, 'clip-path': 'url(#a)' }) +
      use('z', places[1]),
  })
}
