import { clip, crease, frame, soft, veil } from '../frame'
import { lookOf, ribbing, rings, rowsOf, type Look } from '../pieces'
import { fan, strip } from '../fabric'
import type { Drawing } from '../spec'
import { tag, use } from '../svg'
import { shade } from '../wool'

// A knitted cap as it sits on a head: rounds about the crown, a turned-up brim, and what is sewn to it.

const dome = 'M92 338C84 232 122 128 200 124C278 128 316 232 308 338Q200 372 92 338Z'
const brim = 'M88 322Q200 356 312 322Q319 350 316 384Q200 420 84 384Q81 350 88 322Z'
const flap = 'M86 366Q118 380 150 384C146 420 134 446 122 452C104 446 88 410 86 366Z'
const crown = { x: 200, y: 84 }
const row = 4.3

function pompom({ inks, base }: Look): string {
  const ink = inks[1] ?? base
  const tuft = 'M0 0Q6-20 2-40M0 0Q16-14 22-32M0 0Q22-6 37-14M0 0Q-8-18-14-38M0 0Q12 4 40 2'
  const turns = [0, 52, 101, 154, 203, 257, 308]
  const tufts = (stroke: string, width: number, extra: number) =>
    tag('g', { stroke, 'stroke-width': width, fill: 'none', 'stroke-linecap': 'round' }, turns.map((turn) => use('j', `rotate(${turn + extra})`)).join(''))
  return (
    tag('defs', {}, tag('path', { id: 'j', d: tuft })) +
    tag(
      'g',
      { transform: 'translate(200 102)' },
      tag('circle', { r: 37, fill: shade(ink, -0.25) }) + tufts(shade(ink, -0.18), 4, 20) + tufts(ink, 3, 0) + tufts(shade(ink, 0.3), 1.2, 35),
    )
  )
}

const cords = (ink: string) => {
  const d = 'M121 448C116 464 124 474 118 488M279 448C284 464 276 474 282 488'
  return tag('path', { d, fill: 'none', stroke: ink, 'stroke-width': 5, 'stroke-linecap': 'round' }) + tag('path', { d, class: 'r', fill: 'none', 'stroke-width': 5, 'stroke-dasharray': '1 3' })
}

export function hat(drawing: Drawing): string {
  const look = lookOf(drawing)
  const { inks, base, rib } = look
  const { bands, details } = drawing
  const flaps = details.includes('flaps')
  // The bands end at the brim; above them the crown runs together in plain rounds.
  const top = 250 - rowsOf(bands) * row
  const plain = Math.floor((top - 30) / row)
  const half = Math.floor(plain / 2)
  const knit =
    strip('p', fan(48, row), 30, { rows: half }, [-16, 16], inks) +
    strip('u', fan(Math.round((6.28 * (top - 20)) / 5.4), row), top - (plain - half) * row, { rows: plain - half }, [-34, 34], inks) +
    rings('y', bands, top, row, 5.4, 0.25, inks) +
    strip('w', fan(300, row), 250, { rows: 8 }, [-34, 34], inks)
  const lowered = tag('path', { d: flap }) + tag('path', { d: flap, transform: 'matrix(-1 0 0 1 400 0)' })
  return frame(look, {
    outline: tag('path', { d: dome }) + tag('path', { d: brim }) + (details.includes('pompom') ? tag('circle', { cx: 200, cy: 102, r: 39 }) : '') + (flaps ? lowered : ''),
    defs:
      clip('e', tag('path', { d: dome })) +
      clip('i', tag('path', { d: brim })) +
      veil('v', [[0, 0.42], [14, 0.16], [38, -0.1], [66, 0.03], [86, 0.18], [100, 0.46]]) +
      veil('w', [[0, -0.06], [40, 0], [100, 0.22]], { x2: 0, y2: 1 }),
    body:
      (flaps ? tag('g', { fill: rib }, lowered) + cords(inks[1] ?? base) : '') +
      tag('g', { 'clip-path': 'url(#e)' }, tag('path', { fill: base, d: dome }) + tag('g', { transform: `translate(${crown.x} ${crown.y})` }, knit) + tag('path', { fill: 'url(#v)', d: dome }) + soft(crease('M88 320Q200 354 312 320', 9, 0.4) + crease('M176 132C160 180 156 230 152 300', 9, 0.1, '#fff'))) +
      tag('g', { 'clip-path': 'url(#i)' }, ribbing('M76 352Q200 388 324 352', rib, 92, 6.4) + tag('path', { fill: 'url(#v)', d: brim }) + tag('path', { fill: 'url(#w)', d: brim })) +
      (details.includes('pompom') ? pompom(look) : ''),
  })
}
