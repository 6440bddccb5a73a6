import { expect, test } from 'vitest'
import { bandTile, isBandName, renderBand } from '@/lib/drawing/band'
import { chartWidth, column } from '@/lib/drawing/motifs/chart'
import { motifs, type MotifName } from '@/lib/drawing/motifs/library'
import { svgProblems } from '../support/well-formed'

const all = Object.entries(motifs) as [MotifName, (typeof motifs)[MotifName]][]

test.each(all)('the chart of %s is a whole rectangle of known stitches', (_, motif) => {
  for (const row of motif.rows) expect(row).toMatch(new RegExp(`^[.xo]{${chartWidth(motif)}}$`))
  expect(motif.rows.join('')).toContain('x')
  expect(motif.centre).toBeLessThan(chartWidth(motif))
})

test('no two motifs share a code', () => {
  const codes = all.map(([, { code }]) => code)
  expect(new Set(codes).size).toBe(codes.length)
  for (const code of codes) expect(code).toMatch(/^[a-z]{2}$/)
})

test('a chart repeats in both directions', () => {
  for (const [, motif] of all) expect(column(motif, 3)).toBe(column(motif, 3 - 2 * chartWidth(motif)))
})

test('every motif can be an ornament, in one colour and well formed', () => {
  for (const [name] of all) {
    expect(svgProblems(renderBand(name))).toEqual([])
    expect(bandTile(name).width % 6).toBe(0)
  }
})

test('only the names of motifs name ornaments', () => {
  expect(isBandName('wave')).toBe(true)
  for (const name of ['', 'toString', '__proto__', 'Wave', '../wave']) expect(isBandName(name)).toBe(false)
})
