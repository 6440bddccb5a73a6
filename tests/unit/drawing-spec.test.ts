import fc from 'fast-check'
import { expect, test } from 'vitest'
import { motifs, type MotifName } from '@/lib/drawing/motifs/library'
import { decode, details, encode, garments, type Detail, type Drawing, type Garment } from '@/lib/drawing/spec'
import { wools, type WoolName } from '@/lib/drawing/wool'

const names = <T extends string>(of: Record<T, unknown>) => Object.keys(of) as T[]

const drawings: fc.Arbitrary<Drawing> = fc
  .uniqueArray(fc.constantFrom(...names<WoolName>(wools)), { minLength: 2, maxLength: 6 })
  .chain((palette) => {
    const place = fc.nat({ max: palette.length - 1 })
    const band = fc.record({
      motif: fc.constantFrom(...names<MotifName>(motifs)),
      gap: fc.nat({ max: 9 }),
      colours: fc.tuple(place, place, place),
    })
    return fc.record({
      garment: fc.constantFrom(...names<Garment>(garments)),
      palette: fc.constant(palette),
      rib: place,
      bands: fc.array(band, { maxLength: 9 }),
      trim: fc.array(band, { maxLength: 3 }),
      details: fc.subarray(names<Detail>(details)).map((chosen) => [...chosen].sort((a, b) => (details[a] < details[b] ? -1 : 1))),
    })
  })

test('what is encoded decodes to the same drawing', () => {
  fc.assert(
    fc.property(drawings, (drawing) => {
      expect(decode(encode(drawing))).toEqual(drawing)
    }),
  )
})

test('an address needs no escaping and stays short', () => {
  fc.assert(
    fc.property(drawings, (drawing) => {
      expect(encode(drawing)).toMatch(/^[a-z0-9-]+$/)
      expect(encode(drawing).length).toBeLessThan(100)
    }),
  )
})

test('a drawing has one address: whatever else decodes is nothing', () => {
  const almost = fc.tuple(drawings, fc.nat(), fc.constantFrom('', '0', '1', '9', 'a', 'z', '-', '.', 'é')).map(([drawing, at, letter]) => {
    const text = encode(drawing)
    const place = at % (text.length + 1)
    return text.slice(0, place) + letter + text.slice(place + 1)
  })
  fc.assert(
    fc.property(fc.oneof(almost, fc.string()), (text) => {
      const drawing = decode(text)
      if (drawing) expect(encode(drawing)).toBe(text)
    }),
  )
})

test.each([
  ['nothing', ''],
  ['another version', '2sw0-wk-ca0010--'],
  ['an unknown garment', '1xx0-wk-ca0010--'],
  ['an unknown shade', '1sw0-wW-ca0010--'],
  ['one shade', '1sw0-w-ca0000--'],
  ['seven shades', '1sw0-wkrasmg-ca0010--'],
  ['an unknown motif', '1sw0-wk-zz0010--'],
  ['a place beyond the palette', '1sw0-wk-ca0012--'],
  ['ribbing beyond the palette', '1sw2-wk-ca0010--'],
  ['half a band', '1sw0-wk-ca001--'],
  ['ten bands', `1sw0-wk-${'aa0010'.repeat(10)}--`],
  ['four trims', `1sw0-wk--${'aa0010'.repeat(4)}-`],
  ['a detail twice', '1sw0-wk---rr'],
  ['details out of order', '1sw0-wk---rh'],
  ['a missing field', '1sw0-wk-ca0010-'],
  ['a field too many', '1sw0-wk-ca0010---'],
  ['a line break at the end', '1sw0-wk-ca0010--\n'],
  ['markup', '1sw0-wk-"><script>--'],
])('is refused: %s', (_, text) => {
  expect(decode(text)).toBeNull()
})
