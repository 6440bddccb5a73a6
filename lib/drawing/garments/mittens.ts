import { sheet } from '../fabric'
import { clip, crease, frame, soft, veil } from '../frame'
import { cloth, lookOf, ribbing, rowsOf } from '../pieces'
import type { Drawing } from '../spec'
import { tag, use } from '../svg'

// A pair, thumbs inwards, laid down by somebody who did not measure.

const hand = 'M-56 118C-60 60 -64 0 -61 -62C-58 -118 -30 -158 2 -160C34 -158 58 -116 60 -60C62 0 58 60 55 118Z'
const cuff = 'M-55 114Q-52 140 -54 176Q0 186 54 176Q52 140 55 114Q0 122 -55 114Z'
const thumb = 'M46 92C56 60 58 32 63-4C66-28 92-28 92-2C92 34 82 76 50 106Z'
const places = ['translate(114 242)rotate(-6)', 'matrix(-1 0 0 1 288 252)rotate(-8)']

export function mittens(drawing: Drawing): string {
  const look = lookOf(drawing)
  const { inks, base, rib } = look
  const { bands } = drawing
  const row = 4.2
  const tall = rowsOf(bands) * row
  const first = Math.max(-140, Math.min(-24 - tall / 2, 100 - tall))
  const one =
    tag(
      'g',
      { 'clip-path': 'url(#i)' },
      tag('path', { fill: base, d: thumb }) +
        tag('g', { transform: 'translate(74 0)rotate(8)' }, cloth('l', sheet(5.2, row), [-60, 110], [], 8, inks)) +
        tag('path', { d: thumb, fill: 'url(#w)' }) +
        soft(crease('M50 112C58 70 60 30 60-30', 8, 0.5)),
    ) +
    tag(
      'g',
      { 'clip-path': 'url(#e)' },
      tag('path', { fill: base, d: hand }) +
        cloth('m', sheet(5.2, row, { round: 74 }), [-162, 120], bands, 20, inks, first) +
        tag('path', { d: hand, fill: 'url(#v)' }) +
        soft(crease('M-58 118Q0 128 58 118', 6, 0.35)),
    ) +
    tag('g', { 'clip-path': 'url(#u)' }, ribbing('M-70 148Q0 156 70 148', rib, 76, 5.6) + tag('path', { d: cuff, fill: 'url(#v)' }))
  return frame(look, {
    view: [20, 40, 360],
    outline: places.flatMap((transform) => [thumb, hand, cuff].map((d) => tag('path', { d, transform }))).join(''),
    defs:
      clip('e', tag('path', { d: hand })) +
      clip('i', tag('path', { d: thumb })) +
      clip('u', tag('path', { d: cuff })) +
      veil('v', [
        [0, 0.36],
        [16, 0.1],
        [40, -0.09],
        [70, 0.03],
        [100, 0.34],
      ]) +
      veil('w', [
        [0, 0.2],
        [50, -0.05],
        [100, 0.3],
      ]) +
      tag('g', { id: 'z' }, one),
    body: places.map((transform) => use('z', transform)).join(''),
  })
}
