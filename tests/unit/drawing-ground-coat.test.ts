import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { firstDrawing } from '@/lib/drawing/first'
import { groundCoat, groundCoatImage } from '@/lib/drawing/ground-coat'
import { renderDrawing } from '@/lib/drawing/render'
import { details, garments, type Drawing, type Garment } from '@/lib/drawing/spec'
import { wools } from '@/lib/drawing/wool'
import { handMade } from '@/prisma/seed/index'
import { moreProducts } from '@/prisma/seed/more/products'
import { elementsMade, svgProblems } from '../support/well-formed'

const seeded = handMade()
const drawings = [...seeded, ...moreProducts(seeded.length, 500)].map(({ drawing }) => drawing)
/** Every kind of thing with all that can be sewn to it. */
const laden = (Object.keys(garments) as Garment[]).map((garment): Drawing => ({
  ...firstDrawing(garment),
  details: Object.keys(details) as Drawing['details'],
}))
const viewOf = (svg: string) => / viewBox="([^"]+)"/.exec(svg)?.[1]

test('a ground coat is a well-formed picture that refers to nothing it does not hold', () => {
  for (const drawing of [...drawings, ...laden]) {
    expect({ drawing, problems: svgProblems(groundCoat(drawing)) }).toEqual({ drawing, problems: [] })
  }
})

test('it shows the piece where the drawing does, in its shade, and nothing that is knitted into it', () => {
  for (const drawing of drawings) {
    const [coat, whole] = [groundCoat(drawing), renderDrawing(drawing)]
    expect(viewOf(coat)).toBe(viewOf(whole))
    const [, outline = ''] = /<g id="o">(.*?)<\/g>/.exec(whole) ?? []
    expect(coat).toContain(outline)
    expect(coat).not.toMatch(/<(pattern|marker|filter|style)\b|class=|url\(#(hair|f|g|h)\)/)
  }
})

test('buttons and lines as thin as a stitch are left to the drawing', () => {
  const cardigan = firstDrawing('cardigan')
  expect(renderDrawing(cardigan)).toMatch(/<circle [^>]*r="5\.4"/)
  expect(groundCoat(cardigan)).not.toMatch(/<circle [^>]*r="[0-7]?(?:\.\d+)?"/)
})

test('the shade of the piece is the first of its palette', () => {
  const [, ...others] = laden
  for (const drawing of others) {
    const black = { ...drawing, palette: ['night', ...drawing.palette.slice(1)] } as Drawing
    expect(groundCoat(black)).toContain(wools.night.hex)
    expect(groundCoat(drawing)).not.toContain(wools.night.hex)
  }
})

test('it is small enough to stand in a page, and quickly painted', () => {
  const made = drawings.map((drawing) => elementsMade(groundCoat(drawing)))
  expect(Math.max(...made)).toBeLessThan(120)
  expect(made.reduce((sum, one) => sum + one, 0) / made.length).toBeLessThan(60)
  const sizes = drawings.map((drawing) => gzipSync(groundCoat(drawing)).length)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(1100)
  expect(sizes.reduce((sum, size) => sum + size, 0) / sizes.length).toBeLessThanOrEqual(750)
})

test('as a CSS image it is one string that stands in an attribute as it is', () => {
  for (const drawing of drawings.slice(0, 50)) {
    const [, uri = ''] = /^url\("(data:image\/svg\+xml,[^"#<>\\\n]+)"\)$/.exec(groundCoatImage(drawing)) ?? []
    expect(decodeURIComponent(uri.slice(uri.indexOf(',') + 1))).toBe(groundCoat(drawing))
  }
})

test('a text that is no drawing has none', () => {
  expect(() => groundCoat('1sw0-wk')).toThrow(TypeError)
})
