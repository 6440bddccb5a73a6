import { expect, test } from 'vitest'
import { trackingUrl } from '@/lib/orders/fulfilment'
import { deliveryKinds } from '@/lib/orders/delivery'
import { following, isToBeFulfilled, nextSteps, steps } from '@/lib/orders/steps'
import { orderStates } from '@/lib/orders/states'

const order = { state: 'paid', channel: 'webshop', delivery: 'post', fulfilment: null, reserved: false }

test.each([
  ['collect', null, ['collected', 'packed', 'ready']],
  ['collect', 'packed', ['collected', 'ready']],
  ['collect', 'ready', ['collected']],
  ['collect', 'collected', []],
  ['post', null, ['packed', 'sent']],
  ['post', 'packed', ['sent']],
  ['post', 'sent', ['sent']],
  ['home', null, ['packed', 'sent']],
  ['home', 'packed', ['sent']],
  ['home', 'sent', ['sent']],
])('for %s, after %s come %j', (delivery, fulfilment, wanted) => {
  expect(nextSteps({ ...order, delivery, fulfilment })).toEqual(wanted)
})

test('nothing goes back to being packed', () => {
  for (const kind of deliveryKinds) for (const step of steps) expect(following[kind][step]).not.toContain('packed')
})

test('goods leave the house only for money that is kept, and not a second time after a till', () => {
  const fulfilled = orderStates.filter((state) => isToBeFulfilled({ state, channel: 'webshop' }))
  expect(fulfilled).toEqual(['paid', 'part_refunded'])
  for (const state of orderStates) expect(nextSteps({ ...order, state, channel: 'pos' })).toEqual([])
})

test.each(['https://posturinn.is/t?n=1&x=%20', 'http://example.is/ð', ' https://example.is/1 '])('%j is a link', (typed) => {
  expect(trackingUrl.parse(typed)).toBe(typed.trim())
})

test('no link is none', () => expect(trackingUrl.parse('  ')).toBeNull())

test.each([
  'javascript:alert(1)',
  'example.is/1',
  'https://',
  'https://a b',
  'https://x@example.is/',
  'https://example.is/\nBcc: a@b.is',
  'https://example.is/"><script>',
  'data:text/html,x',
])('%j is none', (typed) => {
  expect(trackingUrl.safeParse(typed).error?.issues[0]?.message).toBe('link_wrong')
})

test('a link too long is refused as that', () => {
  expect(trackingUrl.safeParse(`https://example.is/${'x'.repeat(500)}`).error?.issues[0]?.message).toBe('link_long')
})
