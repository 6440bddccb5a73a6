import { describe, expect, test } from 'vitest'
import { cartAnswer, cartProblems } from '@/app/[locale]/(shop)/cart/answer'

describe('what is said about the cart', () => {
  test.each([
    ['is', 0, 1, 'Aðeins 1 eftir.'],
    ['is', 2, 3, 'Aðeins 3 eftir og 2 þegar í körfunni.'],
    ['en', 0, 3, 'Only 3 left.'],
    ['en', 1, 3, 'Only 3 left, and 1 is already in your cart.'],
    ['en', 2, 3, 'Only 3 left, and 2 are already in your cart.'],
  ] as const)('in %s, with %i in it and %i to be had, tells how many are left', (locale, inCart, available, said) => {
    expect(cartAnswer({ kind: 'too_many', available, inCart }, 'add', locale)).toEqual({ ok: false, message: said })
  })

  test('is good news only when it was done', () => {
    const kinds = [{ kind: 'no_such_variant' }, { kind: 'sold_out' }, { kind: 'over_limit', inCart: 9 }, { kind: 'cart_full' }] as const
    for (const result of kinds) expect(cartAnswer(result, 'add', 'is').ok).toBe(false)
    expect(cartAnswer({ kind: 'done', quantity: 2 }, 'add', 'en')).toEqual({ ok: true, message: 'Your cart now holds 2 of these.' })
  })

  test.each(['is', 'en'] as const)('has words in %s for every key a form can answer with', (locale) => {
    expect(Object.keys(cartProblems(locale))).toEqual(['badQuantity', 'noSuchVariant', 'foreign_origin'])
  })
})
