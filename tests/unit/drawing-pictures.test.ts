import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { hasChart, renderChart } from '@/lib/drawing/chart'
import { renderHero } from '@/lib/drawing/hero'
import { renderDrawing } from '@/lib/drawing/render'
import { decode, drawingSrc } from '@/lib/drawing/spec'
import { wools } from '@/lib/drawing/wool'
import { handMade } from '@/prisma/seed/index'
import { moreProducts } from '@/prisma/seed/more/products'
import { elementsMade, svgProblems } from '../support/well-formed'

const seeded = handMade()
const composed = moreProducts(seeded.length, 500)
const compressed = (svg: string) => gzipSync(svg).length

test.each([
  ['hand-made', seeded],
  ['composed', composed],
])('the pictures of all %s products are well formed and small', (_, products) => {
  const sizes = products.map(({ slug, drawing }) => {
    const svg = renderDrawing(drawing)
    expect({ slug, problems: svgProblems(svg) }).toEqual({ slug, problems: [] })
    return compressed(svg)
  })
  expect(Math.max(...sizes)).toBeLessThanOrEqual(6 * 1024)
  expect(sizes.reduce((sum, size) => sum + size, 0) / sizes.length).toBeLessThanOrEqual(3 * 1024)
})

test('a browser makes two hundred elements of a picture, not thousands', () => {
  const made = [...seeded, ...composed].map(({ drawing }) => elementsMade(renderDrawing(drawing)))
  expect(Math.max(...made)).toBeLessThan(600)
  expect(made.reduce((sum, one) => sum + one, 0) / made.length).toBeLessThan(250)
  expect(elementsMade('<svg><g id="a"><path/></g><use href="#a"/></svg>')).toBe(6)
})

test('every picture is four wide and five high, so that its place is known before it comes', () => {
  for (const { drawing } of seeded) {
    const [, width, height] = /viewBox="-?[\d.]+ -?[\d.]+ ([\d.]+) ([\d.]+)"/.exec(renderDrawing(drawing)) ?? []
    expect(Number(height) / Number(width)).toBe(1.25)
  }
})

test('the same drawing gives the same bytes, from its text or from its data', () => {
  for (const { drawing } of seeded) {
    const data = decode(drawing)
    expect(data && renderDrawing(data)).toBe(renderDrawing(drawing))
  }
})

test('a picture loads nothing from elsewhere and runs nothing', () => {
  for (const { drawing } of [...seeded, ...composed.slice(0, 50)]) {
    expect(renderDrawing(drawing)).not.toMatch(/<(script|image|foreignObject|a)\b|\bon\w+=|href="(?!#)|url\((?!#)|@import/)
  }
})

test('a text that is no drawing is not drawn', () => {
  expect(() => renderDrawing('1sw0-wk')).toThrow(TypeError)
  expect(() => renderChart('1sw0-wk')).toThrow(TypeError)
})

test('a chart is knitted from the shades of its bands alone', () => {
  for (const { drawing } of seeded.filter((product) => hasChart(product.drawing))) {
    const svg = renderChart(drawing)
    expect(svgProblems(svg)).toEqual([])
    expect(compressed(svg)).toBeLessThan(4 * 1024)
    const { bands = [], palette = [] } = decode(drawing) ?? {}
    const shadeAt = (place: number) => wools[palette[place] ?? 'white'].hex
    const shown = new Set([...svg.matchAll(/stroke="(#[0-9a-f]{6})"\/>/g)].map(([, hex]) => hex))
    const allowed = bands.flatMap(({ colours }) => colours.map(shadeAt))
    for (const { colours } of bands) expect(shown).toContain(shadeAt(colours[1]))
    for (const hex of shown) expect(allowed).toContain(hex)
  }
})

test('a plate of unspun lopi has no chart', () => {
  const plate = seeded.find(({ garment }) => garment === 'plate')
  expect(hasChart(plate?.drawing ?? '')).toBe(false)
})

test('the hero is one well-formed picture of a few kilobytes', () => {
  expect(svgProblems(renderHero())).toEqual([])
  expect(compressed(renderHero())).toBeLessThan(8 * 1024)
})

test('a picture is served under an address that holds all of it', () => {
  expect(drawingSrc('1sw0-wk-ca0010--')).toBe('/drawing/1sw0-wk-ca0010--.svg')
})
