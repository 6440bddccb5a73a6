import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buyableOf, lineState, maxQuantity, quantitySchema, totals, variantIdSchema } from '@/lib/cart/rules'
import { vatIncluded } from '@/lib/money'

describe('a quantity', () => {
  test.each(Array.from({ length: maxQuantity }, (_, index) => index + 1))('may be %i', (quantity) => {
    expect(quantitySchema.parse(String(quantity))).toBe(quantity)
  })

  test.each([
    '0',
    '-1',
    '1.5',
    '1,5',
    '1e9',
    '1e1',
    'abc',
    '',
    ' ',
    ' 1',
    '1 ',
    '+1',
    '01',
    '100',
    '1000000000',
    '0x10',
    '١',
    'NaN',
    'Infinity',
    '1\n',
  ])('is never %j', (typed) => {
    expect(quantitySchema.safeParse(typed).error?.issues[0]?.message).toBe('badQuantity')
  })

  test.each([undefined, null, 1, 1.5, [], ['1'], {}])('is never %j, which is no text', (sent) => {
    expect(quantitySchema.safeParse(sent).error?.issues[0]?.message).toBe('badQuantity')
  })
})

describe('the number of a variant', () => {
  test.each(['1', '42', '2147483647'])('may be %s', (typed) => {
    expect(variantIdSchema.parse(typed)).toBe(Number(typed))
  })

  test.each(['0', '-1', '2147483648', '99999999999999999999', '1.0', 'one', '', '1 OR 1=1', undefined])('is never %j', (typed) => {
    expect(variantIdSchema.safeParse(typed).error?.issues[0]?.message).toBe('noSuchVariant')
  })
})

describe('a line of the cart', () => {
  test.each([
    [1, 1, 'ok'],
    [99, 99, 'ok'],
    [2, 1, 'fewer_left'],
    [1, 0, 'sold_out'],
    [5, 0, 'sold_out'],
  ])('of %i, when %i can be had, is %s', (quantity, available, state) => {
    expect(lineState(quantity, available)).toBe(state)
  })
})

describe('of a line there would be bought', () => {
  test.each([
    [1, 1, 1],
    [3, 9, 3],
    [5, 2, 2],
    [5, 0, 0],
    [5, -1, 0],
  ])('of %i, when %i can be had: %i', (quantity, available, buyable) => {
    expect(buyableOf(quantity, available)).toBe(buyable)
  })
})

describe('the sum of a cart', () => {
  test('of nothing is nothing', () => {
    expect(totals([])).toEqual({ count: 0, total: 0, vat: 0 })
  })

  test('has the VAT inside, rounded line by line as the order freezes it', () => {
    const lines = [
      { quantity: 3, unitPrice: 5_990, vatRate: 24 },
      { quantity: 1, unitPrice: 3_333, vatRate: 11 },
    ]
    expect(totals(lines)).toEqual({ count: 4, total: 21_303, vat: vatIncluded(17_970, 24) + vatIncluded(3_333, 11) })
  })

  test('is always whole krónur, and the VAT is always less than the whole', () => {
    const line = fc.record({
      quantity: fc.integer({ min: 1, max: 99 }),
      unitPrice: fc.integer({ min: 1, max: 1_000_000 }),
      vatRate: fc.constantFrom(11, 24),
    })
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 50 }), (lines) => {
        const { total, vat } = totals(lines)
        expect(Number.isInteger(total) && Number.isInteger(vat)).toBe(true)
        expect(vat).toBeLessThan(total)
      }),
    )
  })
})
