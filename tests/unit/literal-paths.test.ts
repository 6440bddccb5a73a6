import { expect, test } from 'vitest'
import { literalPath } from '@/lib/literal-paths'

test('an address that decodes is left as it is', () => {
  for (const url of ['/', '/is/p/hrafntinna', '/is/search?q=%C3%BE%', '/is/c/%C3%BEing', '/p/%00']) expect(literalPath(url)).toBe(url)
})

test('an address that encodes no text means its letters', () => {
  expect(literalPath('/is/p/%F0')).toBe('/is/p/%25F0')
  expect(literalPath('/api/payments/%/status?x=%F0')).toBe('/api/payments/%25/status?x=%F0')
})
