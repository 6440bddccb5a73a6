import { describe, expect, test } from 'vitest'
import { amountTyped } from '@/components/admin/pos/amounts'
import { atLeast, needed, refundLimit, roles } from '@/lib/auth/roles'
import { recognisePayer } from '@/lib/payments/payer'
import { nextTryAt } from '@/lib/payments/refund-states'

describe('a line of text at the till names a customer', () => {
  test.each(['8223281', '822 3281', '822-3281', '+354 822 3281', '00354 8223281', '3548223281', ' 7700001 ', '6123456'])('%s by phone number', (typed) => {
    expect(recognisePayer(typed)?.kind).toBe('phone')
  })

  test.each(['111111-1119', '1111111119', '222222-2229', '681212-2050', '010100 0000'])('%s by kennitala, whatever its check digit', (typed) => {
    expect(recognisePayer(typed)?.kind).toBe('national_id')
  })

  test.each(['500004-5243', '5000045243', '500004 5243', '500004-a7k2'])('%s by app code', (typed) => {
    expect(recognisePayer(typed)).toMatchObject({ kind: 'app_code', code: expect.stringMatching(/^500004[0-9A-Z]{4}$/) as string })
  })

  test.each(['', '5123456', '12345', '500004', '500004-524', '500004-52433', '11111111190', 'hrafntinna-m', '8900', '50000452-4-3x'])('%s by nothing', (typed) => {
    expect(recognisePayer(typed)).toBeNull()
  })
})

describe('a line of text at the till is an amount', () => {
  test.each([['8900', 8900], ['8.900', 8900], ['8900 kr.', 8900], ['1.200.000', 1_200_000], ['1', 1]] as const)('%s', (typed, amount) => {
    expect(amountTyped(typed)).toBe(amount)
  })

  test.each(['', '0', '8223281', '89,50', '-5', '1e3', '8.9', '500004-5243', 'HRAFNTINNA-M', '12.34.567'])('%s is none', (typed) => {
    expect(amountTyped(typed)).toBeNull()
  })
})

describe('roles', () => {
  test('a cashier sells and sees no orders; a viewer sees orders and does not sell; a clerk does both', () => {
    const may = (deed: keyof typeof needed) => roles.filter((role) => atLeast(role, needed[deed]))
    expect(may('sell')).toEqual(['cashier', 'clerk', 'manager', 'owner'])
    expect(may('read')).toEqual(['viewer', 'clerk', 'manager', 'owner'])
    for (const deed of ['readParticulars', 'checkPayment', 'refund', 'readSales'] as const) expect(may(deed)).toEqual(['clerk', 'manager', 'owner'])
    expect(may('settleRefund')).toEqual(['manager', 'owner'])
  })

  test('a clerk gives back up to 50.000 kr. of a payment; a manager any', () => {
    expect(['clerk', 'manager', 'owner'].map((role) => refundLimit(role as 'clerk'))).toEqual([50_000, null, null])
  })
})

test('a refund without an answer is tried again after 1, 2, 4, 8, 15 and 30 minutes, and then by a person', () => {
  const now = new Date(0)
  expect([1, 2, 3, 4, 5, 6, 7].map((tries) => nextTryAt(tries, now)?.getTime() ?? null)).toEqual([...[1, 2, 4, 8, 15, 30].map((m) => m * 60_000), null])
})
