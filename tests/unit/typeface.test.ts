import { createHash } from 'node:crypto'
import { access } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { typeface, typefaceHash } from '@/lib/typeface'

test('the policy of pages with a nonce allows the typeface as it is written, and no other style', () => {
  expect(typefaceHash).toBe(`sha256-${createHash('sha256').update(typeface).digest('base64')}`)
})

test('the file it names is there', async () => {
  const files = Array.from(typeface.matchAll(/url\(\/([^)]+)\)/g), ([, file]) => file)
  expect(files).toHaveLength(1)
  await access(`public/${files[0]}`)
})
