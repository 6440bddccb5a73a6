import { expect, test } from 'vitest'
import { fold } from '@/lib/catalogue/fold'
import { decode } from '@/lib/drawing/spec'
import { shelves } from '@/prisma/seed/catalogue/shelves'
import { handMade } from '@/prisma/seed/index'
import { moreProducts } from '@/prisma/seed/more/products'

const products = handMade()
const unique = (values: readonly string[]) => expect(new Set(values).size).toBe(values.length)

test('there are at least seven categories and seventy-two products', () => {
  expect(shelves.length).toBeGreaterThanOrEqual(7)
  expect(products.length).toBeGreaterThanOrEqual(72)
  for (const shelf of shelves) expect(shelf.items.length).toBeGreaterThan(3)
})

test.each(products.map((product) => [product.slug, product] as const))('%s speaks both languages', (_, product) => {
  for (const text of [product.description_is, product.description_en])
    expect(text.match(/[^.;]\.(?=\s|$)/g)?.length).toBeGreaterThanOrEqual(2)
  expect(product.name_is.trim()).not.toBe('')
  expect(product.name_en.trim()).not.toBe('')
  expect(product.description_is).not.toBe(product.description_en)
  expect(product.description_is).toMatch(/[áéíóúýþæöð]/i)
  expect(product.description_en).not.toMatch(/\b(og|sem|með|er|ekki)\b/)
})

test('no two products share a name, an address, a description, a picture or a stock number', () => {
  unique(products.map(({ slug }) => slug))
  unique(products.map(({ name_is }) => name_is))
  unique(products.map(({ name_en }) => name_en))
  unique(products.map(({ description_is }) => description_is))
  unique(products.map(({ description_en }) => description_en))
  unique(products.map(({ drawing }) => drawing))
  unique(products.flatMap(({ variants }) => variants.map(({ sku }) => sku)))
})

test('prices are whole krónur with the VAT of their kind', () => {
  for (const { price, vat_rate, garment } of products) {
    expect(Number.isInteger(price) && price > 1000 && price < 50_000).toBe(true)
    expect(vat_rate).toBe(garment === 'booklet' ? 11 : 24)
  }
})

test('every size of a garment is on its shelf, and stock is of every kind', () => {
  for (const shelf of shelves) for (const item of shelf.items) expect(item.stock).toHaveLength((item.sizes ?? shelf.sizes).length)
  const stocks = products.map(({ variants }) => variants.map(({ on_hand }) => on_hand))
  expect(stocks.some((all) => all.every((left) => left === 0))).toBe(true)
  expect(stocks.some((all) => all.includes(0) && all.some((left) => left > 0))).toBe(true)
  expect(stocks.filter((all) => all.includes(1)).length).toBeGreaterThan(5)
})

test('a product is found by its name, its kind and its colour in either language, as one types without accents', () => {
  for (const { search_text, name_is, name_en } of products) {
    expect(search_text).toMatch(/^[a-z0-9 ]+$/)
    for (const word of fold(`${name_is} ${name_en}`).match(/[a-z0-9]+/g) ?? []) expect(search_text).toContain(word)
  }
  const words = products.find(({ slug }) => slug === 'hrafntinna')?.search_text.split(' ')
  expect(words).toEqual(expect.arrayContaining(['hrafntinna', 'obsidian', 'lopapeysa', 'sweater', 'svort', 'black']))
})

test('composed products are the same every time and never meet the hand-made ones', () => {
  const more = moreProducts(products.length, 3000)
  expect(moreProducts(products.length, 3000)).toEqual(more)
  unique([...products, ...more].map(({ slug }) => slug))
  unique([...products, ...more].flatMap(({ variants }) => variants.map(({ sku }) => sku)))
  expect(new Set(more.map(({ drawing }) => drawing)).size).toBeGreaterThan(2900)
  for (const { slug, drawing, variants } of more) {
    expect(slug).toMatch(/^[a-z0-9-]{1,120}$/)
    expect(decode(drawing)).not.toBeNull()
    expect(variants.length).toBeGreaterThan(0)
  }
})
