import { createHash } from 'node:crypto'
import { access } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { typeface, typefaceHash } from '@/lib/typeface'

test('the hash by which a policy allows the typeface is that of its rules as they are written', () => {
  expect(typefaceHash).toBe(`sha256-${createHash('sha256').update(typeface).digest('base64')}`)
})

test('the file it names is there', async () => {
  const files = Array.from(typeface.matchAll(/url\(\/([^)]+)\)/g), ([, file]) => file)
  expect(files).toHaveLength(1)
  await access(`public/${files[0]}`)
})
