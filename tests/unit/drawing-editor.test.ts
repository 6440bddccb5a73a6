// Drawing step by step: whatever is done in whatever order, a drawing comes of it that the shop can show and keep.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stroke, type Stroke } from '@/components/admin/products/drawing-state'
import { firstDrawing } from '@/lib/drawing/first'
import { motifs, type MotifName } from '@/lib/drawing/motifs/library'
import { parts } from '@/lib/drawing/parts'
import { renderDrawing } from '@/lib/drawing/render'
import { band, decode, details, encode, garments, type Band, type Detail, type Drawing, type Garment } from '@/lib/drawing/spec'
import { wools, type WoolName } from '@/lib/drawing/wool'

const kinds = Object.keys(garments) as Garment[]
const drawing: Drawing = { ...firstDrawing('sweater'), details: [] }

/** A step that the editor could offer while it shows this drawing. */
function anyStep(of: Drawing): fc.Arbitrary<Stroke> {
  const place = fc.nat(of.palette.length - 1)
  const row = fc.constantFrom('bands' as const, 'trim' as const)
  const at = fc.nat(8)
  const anyBand: fc.Arbitrary<Band> = fc.record({
    motif: fc.constantFrom(...(Object.keys(motifs) as MotifName[])),
    gap: fc.nat(9),
    colours: fc.tuple(place, place, place),
  })
  return fc.oneof(
    fc.record({ kind: fc.constant('garment' as const), garment: fc.constantFrom(...kinds) }),
    fc.record({ kind: fc.constant('shade' as const), place, wool: fc.constantFrom(...(Object.keys(wools) as WoolName[])) }),
    fc.record({ kind: fc.constant('addShade' as const) }),
    fc.record({ kind: fc.constant('removeShade' as const), place }),
    fc.record({ kind: fc.constant('rib' as const), place }),
    fc.record({ kind: fc.constant('detail' as const), detail: fc.constantFrom(...(Object.keys(details) as Detail[])), on: fc.boolean() }),
    fc.record({ kind: fc.constant('band' as const), row, at, band: anyBand }),
    fc.record({ kind: fc.constant('addBand' as const), row }),
    fc.record({ kind: fc.constant('removeBand' as const), row, at }),
    fc.record({ kind: fc.constant('moveBand' as const), row, at, by: fc.constantFrom(-1 as const, 1 as const) }),
  )
}

test('after any number of steps it is still a drawing, and is read as it was written', () => {
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.gen(), fc.nat(25), (garment, draw, count) => {
      let now = firstDrawing(garment)
      for (let step = 0; step < count; step++) now = stroke(now, draw(() => anyStep(now)))
      const text = encode(now)
      expect(decode(text)).toEqual({ ...now, details: now.details.toSorted((a, b) => details[a].localeCompare(details[b])) })
      expect(renderDrawing(text)).toMatch(/^<svg[\s\S]*<\/svg>$/)
    }),
    { numRuns: 60 },
  )
})

describe('a step', () => {
  const two = stroke(stroke(drawing, { kind: 'removeShade', place: 3 }), { kind: 'removeShade', place: 2 })

  test('takes a shade away: what was knitted in it is knitted in the first, and the others stay what they are', () => {
    const of: Drawing = { ...drawing, palette: ['white', 'black', 'moss'], rib: 2, bands: [band('tick', [0, 1, 2])], trim: [band('tick', [2, 2, 1])] }
    expect(stroke(of, { kind: 'removeShade', place: 1 })).toMatchObject({
      palette: ['white', 'moss'],
      rib: 1,
      bands: [{ colours: [0, 0, 1] }],
      trim: [{ colours: [1, 1, 0] }],
    })
  })

  test('leaves at least two shades, at most six, and as many bands as fit', () => {
    expect(two.palette).toHaveLength(2)
    expect(stroke(two, { kind: 'removeShade', place: 0 })).toBe(two)
    let many = drawing
    for (let i = 0; i < 12; i++) for (const step of [{ kind: 'addShade' }, { kind: 'addBand', row: 'bands' }, { kind: 'addBand', row: 'trim' }] as const) many = stroke(many, step)
    expect([many.palette.length, many.bands.length, many.trim.length]).toEqual([6, 9, 3])
    expect(new Set(many.palette).size).toBe(6)
    expect(decode(encode(many))).not.toBeNull()
  })

  test('moves a band past its neighbour, and no further than the edge', () => {
    const of: Drawing = { ...drawing, bands: [band('tick', [0, 1, 2]), band('star', [0, 1, 2])] }
    const down = stroke(of, { kind: 'moveBand', row: 'bands', at: 0, by: 1 })
    expect(down.bands.map(({ motif }) => motif)).toEqual(['star', 'tick'])
    expect(stroke(down, { kind: 'moveBand', row: 'bands', at: 1, by: 1 })).toEqual(down)
    expect(stroke(down, { kind: 'moveBand', row: 'bands', at: 0, by: -1 })).toEqual(down)
  })
})

describe.each(kinds)('the picture of a %s', (garment) => {
  const base: Drawing = { ...firstDrawing(garment), garment, details: [] }
  const differs = (one: Partial<Drawing>, other: Partial<Drawing>) => renderDrawing({ ...base, ...one }) !== renderDrawing({ ...base, ...other })

  test('is a drawing, and shows what the editor offers for it and nothing else', () => {
    expect(decode(encode(firstDrawing(garment)))).not.toBeNull()
    const all = Object.keys(details) as Detail[]
    expect(all.filter((detail) => differs({ details: [detail] }, {})).toSorted()).toEqual(parts[garment].details.toSorted())
    expect(differs({ trim: [band('seeds', [0, 1, 2])] }, { trim: [] })).toBe(parts[garment].trim)
    expect(differs({ bands: [band('star', [0, 1, 2])] }, { bands: [] })).toBe(parts[garment].bands)
    const details_ = parts[garment].details
    expect(differs({ rib: 1, details: details_ }, { rib: 0, details: details_ })).toBe(parts[garment].rib)
  })
})
