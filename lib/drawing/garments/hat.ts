import { clip, crease, frame, soft, veil } from '../frame'
import { lookOf, ribbing, rings, rowsOf, type Look } from '../pieces'
import { fan, strip } from '../fabric'
import type { Drawing } from '../spec'
import { p, tag } from '../svg'
import { shade } from '../wool'

// A knitted cap as it sits on a head: rounds about the crown, a turned-up brim, and what is sewn to it.

const dome = 'M92 338C84 232 122 128 200 124C278 128 316 232 308 338Q200 372 92 338Z'
const brim = 'M88 322Q200 356 312 322Q319 350 316 384Q200 420 84 384Q81 350 88 322Z'
const flap = 'M84 360Q118 380 156 384C156 418 140 446 124 448C102 446 84 410 84 360Z'
const crown = { x: 200, y: 84 }
const row = 4.3

/** Ends of yarn, thrown out at the golden angle so that none lies on another. */
function tufts(count: number, phase: number, length: number): string {
  let d = ''
  for (let at = 0; at < count; at++) {
    const angle = at * 2.399 + phase
    const reach = length + ((at * 7) % 5) * 1.6
    const start = reach * (0.15 + ((at * 3) % 7) / 11)
    const bend = angle + 0.14
    d += `M${p(start * Math.cos(angle), start * Math.sin(angle), reach * Math.cos(bend), reach * Math.sin(bend))}`
  }
  return d
}

function pompom({ inks, base }: Look): string {
  const ink = inks[1] ?? base
  const layer = (d: string, stroke: string, width: number) => tag('path', { d, stroke, 'stroke-width': width })
  return tag(
    'g',
    { transform: 'translate(200 100)', 'stroke-linecap': 'round' },
    tag('circle', { r: 34, fill: shade(ink, -0.3) }) +
      layer(tufts(58, 0, 33), shade(ink, -0.2), 4) +
      layer(tufts(52, 1, 31), ink, 3) +
      layer(tufts(34, 2, 27), shade(ink, 0.35), 1.4) +
      tag('circle', { r: 40, fill: 'url(#x)' }),
  )
}

const cords = (ink: string) => {
  const d = 'M124 446C118 458 128 470 121 482M276 446C282 458 272 470 279 482'
  return (
    tag('path', { d, fill: 'none', stroke: ink, 'stroke-width': 5, 'stroke-linecap': 'round' }) +
    tag('path', { d, class: 'r', fill: 'none', 'stroke-width': 5, 'stroke-dasharray': '1 3' })
  )
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
    strip('b', fan(300, row), 250, { rows: 8 }, [-34, 34], inks)
  const lowered = tag('path', { d: flap }) + tag('path', { d: flap, transform: 'matrix(-1 0 0 1 400 0)' })
  return frame(look, {
    view: flaps ? [20, 50, 360] : details.includes('pompom') ? [40, 40, 320] : [40, 66, 320],
    outline:
      tag('path', { d: dome }) +
      tag('path', { d: brim }) +
      (details.includes('pompom') ? tag('circle', { cx: 200, cy: 100, r: 34 }) : '') +
      (flaps ? lowered : ''),
    defs:
      clip('e', tag('path', { d: dome })) +
      clip('i', tag('path', { d: brim })) +
      veil('v', [
        [0, 0.42],
        [14, 0.16],
        [30, -0.05],
        [44, -0.06],
        [66, 0.04],
        [86, 0.18],
        [100, 0.46],
      ]) +
      veil(
        'w',
        [
          [0, -0.06],
          [40, 0],
          [100, 0.22],
        ],
        { x2: 0, y2: 1 },
      ) +
      veil(
        'x',
        [
          [0, -0.22],
          [50, 0],
          [100, 0.34],
        ],
        { cx: 0.36, cy: 0.3, r: 0.75 },
        'radialGradient',
      ),
    body:
      (flaps
        ? cords(inks[1] ?? base) +
          tag('g', { fill: base, stroke: rib, 'stroke-width': 5, 'stroke-linejoin': 'round' }, lowered) +
          tag('g', { 'clip-path': 'url(#a)' }, soft(crease('M80 392Q200 428 320 392', 14, 0.5)))
        : '') +
      tag(
        'g',
        { 'clip-path': 'url(#e)' },
        tag('path', { fill: base, d: dome }) +
          tag('g', { transform: `translate(${crown.x} ${crown.y})` }, knit) +
          tag('path', { fill: 'url(#v)', d: dome }) +
          soft(crease('M88 320Q200 354 312 320', 9, 0.4) + crease('M176 132C160 180 156 230 152 300', 12, 0.05, '#fff')),
      ) +
      tag(
        'g',
        { 'clip-path': 'url(#i)' },
        ribbing('M76 352Q200 388 324 352', rib, 92, 6.4) +
          tag('path', { fill: 'url(#v)', d: brim }) +
          tag('path', { fill: 'url(#w)', d: brim }),
      ) +
      (details.includes('pompom') ? pompom(look) : ''),
  })
}
