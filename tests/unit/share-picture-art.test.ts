import { expect, test } from 'vitest'
import { renderDrawing } from '@/lib/drawing/render'
import { decode, type Drawing } from '@/lib/drawing/spec'
import { withoutUnions } from '@/lib/share-picture/art'
import { shareMark } from '@/lib/share-picture/address'

const sweater = renderDrawing(decode('1sw0-kwar-ae1013be1012cb1102bd0013-am1013-') as Drawing)
const manyShapes = /<clipPath[^>]*>(<path[^>]*\/>){2,}/

test('a clip of several shapes becomes a mask wherever it is used, and the others stay', () => {
  const drawn = withoutUnions(sweater)
  expect(sweater).toMatch(manyShapes)
  expect(drawn).not.toMatch(manyShapes)
  const named = (text: string, use: string) => Array.from(text.matchAll(new RegExp(`${use}="url\\(#(\\w+)\\)"`, 'g')), ([, id]) => id)
  for (const id of named(drawn, 'clip-path')) expect(drawn).toContain(`<clipPath id="${id}">`)
  for (const id of named(drawn, 'mask')) expect(drawn).toContain(`<mask id="${id}">`)
  expect(named(drawn, 'mask').length).toBeGreaterThan(0)
  expect(named(drawn, 'mask').length + named(drawn, 'clip-path').length).toBe(named(sweater, 'clip-path').length)
})

test('the mark of a picture follows what it shows', () => {
  const shown = { slug: 'a', name: 'Peysa', drawing: 'x', category: { slug: 'p', name: 'Peysur', description: '' } }
  const mark = shareMark(shown)
  expect(mark).toMatch(/^[0-9a-f]{12}$/)
  expect(shareMark({ ...shown, slug: 'b', category: { ...shown.category, description: 'other' } })).toBe(mark)
  const others = [{ name: 'Húfa' }, { drawing: 'y' }, { category: { ...shown.category, name: 'Húfur' } }].map((change) =>
    shareMark({ ...shown, ...change }),
  )
  expect(new Set([mark, ...others]).size).toBe(4)
})
