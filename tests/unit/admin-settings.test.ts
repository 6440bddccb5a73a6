import { expect, test } from 'vitest'
import { settingsFrom } from '@/lib/settings/queries'
import { vatByRate } from '@/lib/orders/vat-by-rate'

const first = { confirmationType: 2, captureBy: 'shop', alertLocale: 'is' } as const

test('until somebody decides, the first values hold', () => {
  expect(settingsFrom([], first)).toEqual(first)
})

test('what was decided holds, and what nobody knows is passed over', () => {
  const rows = [{ key: 'confirmationType', value: 0 }, { key: 'captureBy', value: 'merchant' }, { key: 'alertLocale', value: 'en' }, { key: 'theme', value: 'dark' }]
  expect(settingsFrom(rows, first)).toEqual({ confirmationType: 0, captureBy: 'merchant', alertLocale: 'en' })
})

test.each([[3], ['2'], [null], [{}]])('a stored %j is no confirmation type: the first value holds, and the shop goes on', (value) => {
  expect(settingsFrom([{ key: 'confirmationType', value }], first)).toEqual(first)
})

test('the VAT of an order is told by rate, delivery included, and adds up', () => {
  const line = (vatRate: number, vatAmount: number) => ({ vatRate, vatAmount }) as never
  expect(vatByRate({ lines: [line(24, 2400), line(11, 110), line(24, 240)], delivery: 'post', vatTotal: 2942 })).toEqual([
    { rate: 24, amount: 2832 },
    { rate: 11, amount: 110 },
  ])
})
