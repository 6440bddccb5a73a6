import { describe, expect, it } from 'vitest'
import { chosenOf, isFiltered, noFilters, readFilters, writeChoice, type Filters, type Offer } from '@/lib/catalogue/filters'
import { garments } from '@/lib/drawing/spec'
import { wools } from '@/lib/drawing/wool'
import { locales, words } from '@/lib/i18n'
import { moreProducts } from '@/prisma/seed/more/products'

const offer: Offer = { garment: ['hat', 'socks'], colour: ['moss', 'black'], size: ['S', 'M'] }
const all: Filters = { garment: ['hat', 'socks'], colour: ['moss'], size: ['M'], from: 5000, to: 12_900, inStock: true }

describe('the filters of an address', () => {
  it('are read as they were written', () => {
    const query: Record<string, string[]> = {}
    for (const [name, value] of new URLSearchParams(writeChoice({ sort: 'newest', filters: all }))) (query[name] ??= []).push(value)
    const flat = Object.fromEntries(Object.entries(query).map(([name, values]) => [name, values.length === 1 ? values[0] : values]))
    expect(readFilters(flat, offer)).toEqual(all)
    expect(flat.sort).toBe('newest')
  })

  it('say nothing where nothing is chosen', () => {
    expect(writeChoice({ sort: 'popular', filters: noFilters })).toBe('')
    expect(readFilters({}, offer)).toEqual(noFilters)
    expect(readFilters({ from: '', to: '', sort: 'popular' }, offer)).toEqual(noFilters)
    expect(isFiltered(noFilters)).toBe(false)
  })

  it('are the same address in whatever order they came', () => {
    const [one, other] = [readFilters({ colour: ['black', 'moss'] }, offer), readFilters({ colour: ['moss', 'black', 'moss'] }, offer)]
    expect(writeChoice({ sort: 'popular', filters: one })).toBe(writeChoice({ sort: 'popular', filters: other }))
  })

  it.each<Record<string, string | string[]>>([
    { garment: 'spaceship' },
    { colour: ["moss' OR 1=1 --", '\u0000', ''] },
    { size: 'x'.repeat(10_000) },
    { from: 'a', to: '-5' },
    { from: '1e9', to: '99999999999' },
    { from: ['1', '2'], stock: 'yes' },
    { __proto__: 'x', constructor: 'y' },
  ])('leave out what is unknown: %j', (query) => {
    expect(readFilters(query, offer)).toEqual(noFilters)
  })

  it('keep what is known beside what is not', () => {
    expect(readFilters({ colour: ['moss', 'tartan'], from: '12.900 ', stock: '1' }, offer)).toEqual({
      ...noFilters,
      colour: ['moss'],
      from: 12_900,
      inStock: true,
    })
  })

  it('turn two prices the right way round', () => {
    expect(readFilters({ from: '9000', to: '5000' }, offer)).toMatchObject({ from: 5000, to: 9000 })
  })
})

it('each thing chosen can be taken off by itself, the prices together', () => {
  const chosen = chosenOf(all)
  expect(chosen.map(({ kind, value }) => `${kind} ${value}`.trim())).toEqual([
    'garment hat',
    'garment socks',
    'colour moss',
    'size M',
    'price',
    'inStock',
  ])
  expect(chosen.find(({ value }) => value === 'hat')?.without).toEqual({ ...all, garment: ['socks'] })
  expect(chosen.find(({ kind }) => kind === 'price')?.without).toEqual({ ...all, from: null, to: null })
  expect(chosenOf(noFilters)).toEqual([])
})

it.each(locales)('%s has a word of its own for every garment and every colour', (locale) => {
  const t = words(locale, 'shop')
  const garmentNames = (Object.keys(garments) as (keyof typeof garments)[]).map((name) => t(`filters.garments.${name}`))
  const colourNames = (Object.keys(wools) as (keyof typeof wools)[]).map((name) => t(`filters.colours.${name}`))
  expect(new Set(garmentNames).size).toBe(garmentNames.length)
  expect(new Set(colourNames).size).toBe(colourNames.length)
})

it('composed products differ in colour, size, price, stock and popularity', () => {
  const rows = moreProducts(0, 9_000).filter(({ garment }) => garment === 'sweater')
  const distinct = (of: (row: (typeof rows)[number]) => unknown) => new Set(rows.map(of)).size
  expect(distinct(({ colour }) => colour)).toBeGreaterThan(15)
  expect(distinct(({ price }) => price)).toBeGreaterThan(40)
  expect(distinct(({ popularity }) => popularity)).toBeGreaterThan(100)
  expect(distinct(({ variants }) => variants.map(({ size }) => size).join())).toBeGreaterThan(2)
  const soldOut = rows.filter(({ variants }) => variants.every(({ on_hand }) => on_hand === 0)).length / rows.length
  expect(soldOut).toBeGreaterThan(0.04)
  expect(soldOut).toBeLessThan(0.2)
})
