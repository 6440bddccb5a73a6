// Every key of an address that a category's list reads must lead to the page that is made for each request.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CategoryView } from '@/app/[locale]/(shop)/c/[category]/category-view'
import { db } from '@/lib/db'

const listed: unknown = JSON.parse(readFileSync('lib/page-cache/list-query.json', 'utf8'))

test('a category reads no key of its address that next.config.js does not know', async () => {
  const read = new Set<string>()
  const query = new Proxy<Record<string, undefined>>(
    {},
    {
      get(_, key) {
        if (typeof key === 'string') read.add(key)
        return undefined
      },
    },
  )
  const { slug } = await db().category.findFirstOrThrow({ orderBy: { position: 'asc' } })
  await CategoryView({ locale: 'is', slug, query })
  expect(read).toContain('sort')
  expect(listed).toEqual(expect.arrayContaining([...read]))
})
