import { expect, test } from 'vitest'
import { agreementFields, agreementForm } from '@/app/admin/settings/agreement-form'

const typed = { gateway: 'netgiro', percent: '', fixed: '', vatRate: '0', afterDays: '', weekday: '' }
const none = { gateway: 'netgiro', fee: null, settles: null }

test.each([
  [{}, none],
  [{ percent: '1,95' }, { ...none, fee: { basisPoints: 195, fixed: 0, vatRate: 0 } }],
  [{ percent: ' 1.9 % ', fixed: '1.500 kr.', vatRate: '24' }, { ...none, fee: { basisPoints: 190, fixed: 1_500, vatRate: 24 } }],
  [{ percent: '0', fixed: '' }, { ...none, fee: { basisPoints: 0, fixed: 0, vatRate: 0 } }],
  [{ percent: '100', fixed: '100000' }, { ...none, fee: { basisPoints: 10_000, fixed: 100_000, vatRate: 0 } }],
  [{ afterDays: '0', weekday: '2' }, { ...none, settles: { afterDays: 0, weekday: 2 } }],
  [{ weekday: '7' }, { ...none, settles: { afterDays: 0, weekday: 7 } }],
  [{ afterDays: '30' }, { ...none, settles: { afterDays: 30, weekday: null } }],
])('%j is read as it is meant', (fields, agreement) => {
  expect(agreementForm.parse({ ...typed, ...fields })).toEqual(agreement)
})

test.each([
  [{ percent: '1,955' }, 'percent', 'percent_wrong'],
  [{ percent: '100,01' }, 'percent', 'percent_wrong'],
  [{ percent: '-1' }, 'percent', 'percent_wrong'],
  [{ percent: 'two' }, 'percent', 'percent_wrong'],
  [{ fixed: '12,5' }, 'fixed', 'fixed_wrong'],
  [{ fixed: '100.001' }, 'fixed', 'fixed_wrong'],
  [{ afterDays: '61' }, 'afterDays', 'days_wrong'],
  [{ weekday: '8' }, 'weekday', 'choose'],
  [{ vatRate: '25' }, 'vatRate', 'choose'],
  [{ gateway: 'agreement:x' }, 'gateway', 'gone'],
])('%j is refused where it is wrong', (fields, path, message) => {
  const { error } = agreementForm.safeParse({ ...typed, ...fields })
  expect(error?.issues).toMatchObject([{ path: [path], message }])
})

test('what was stored stands in the fields as it is typed', () => {
  const agreement = { fee: { basisPoints: 105, fixed: 1_500, vatRate: 24 as const }, settles: { afterDays: 0, weekday: 2 } }
  const fields = agreementFields(agreement, ',')
  expect(fields).toEqual({ percent: '1,05', fixed: '1500', vatRate: '24', afterDays: '0', weekday: '2' })
  expect(agreementForm.parse({ gateway: 'netgiro', ...fields })).toEqual({ gateway: 'netgiro', ...agreement })
  expect(agreementForm.parse({ gateway: 'netgiro', ...agreementFields({ fee: null, settles: null }, ',') })).toEqual(none)
})
