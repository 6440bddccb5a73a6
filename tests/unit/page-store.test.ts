// The finished pages of one instance, in memory and on disk.
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { PageStore } from '@/lib/page-cache/store.mjs'

let folder: string
const told: unknown[] = []
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'pages-'))
  told.length = 0
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const kb = 1024
const aStore = (options: { diskBytes?: number; memoryBytes?: number; folder?: string } = {}) =>
  new PageStore({ folder, memoryBytes: 0, diskBytes: 1000 * kb, tell: (error: unknown) => told.push(error), ...options })
/** Of which nothing can be left out when it is packed. */
const aPage = (bytes = 10 * kb) => ({
  html: randomBytes(bytes / 2).toString('hex'),
  rsc: randomBytes(16),
  segments: new Map([['/a', randomBytes(8)]]),
})

const bytesOnDisk = async () => {
  const sizes = await Promise.all((await readdir(folder)).map(async (file) => (await stat(path.join(folder, file))).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}

test('a page is found again as it was, also by the next start', async () => {
  const page = aPage()
  await aStore().put('/a', page)
  expect(await aStore().get('/a')).toEqual(page)
  expect(await aStore().get('/b')).toBeNull()
})

test('a page that is dropped is gone', async () => {
  const store = aStore({ memoryBytes: 1000 * kb })
  await store.put('/a', aPage())
  await store.drop('/a')
  expect(await store.get('/a')).toBeNull()
  expect(await readdir(folder)).toEqual([])
})

test('the disk holds no more than it may, and what was asked for last', async () => {
  const store = aStore({ diskBytes: 50 * kb })
  for (let i = 0; i < 40; i++) {
    await store.put(`/${i}`, aPage())
    await store.get('/0')
    expect(await bytesOnDisk()).toBeLessThanOrEqual(50 * kb)
  }
  expect(await store.get('/0')).not.toBeNull()
  expect(await store.get('/39')).not.toBeNull()
  expect(await store.get('/20')).toBeNull()
})

test('what earlier starts left counts too, the oldest goes first', async () => {
  const before = aStore()
  for (let i = 0; i < 10; i++) {
    await before.put(`/${i}`, aPage())
    for (const file of await readdir(folder)) {
      const { mtimeMs } = await stat(path.join(folder, file))
      // A file system's clock may be coarse: each is made a minute older than the next.
      await utimes(path.join(folder, file), mtimeMs / 1000 - 60, mtimeMs / 1000 - 60)
    }
  }
  const after = aStore({ diskBytes: 50 * kb })
  await after.put('/new', aPage())
  expect(await bytesOnDisk()).toBeLessThanOrEqual(50 * kb)
  expect(await after.get('/0')).toBeNull()
  expect(await after.get('/9')).not.toBeNull()
  expect(await after.get('/new')).not.toBeNull()
})

test('what another instance writes to the same folder is counted in the end', async () => {
  const [one, other] = [aStore({ diskBytes: 60 * kb }), aStore({ diskBytes: 60 * kb })]
  for (let i = 0; i < 60; i++) {
    await one.put(`/one/${i}`, aPage())
    await other.put(`/other/${i}`, aPage())
  }
  expect(await bytesOnDisk()).toBeLessThanOrEqual(2 * 60 * kb)
})

test('a page larger than the whole disk may be is not written', async () => {
  const store = aStore({ diskBytes: 5 * kb })
  await store.put('/a', aPage())
  expect(await readdir(folder)).toEqual([])
})

test('a torn file is as good as none', async () => {
  await aStore().put('/a', aPage())
  for (const file of await readdir(folder)) await writeFile(path.join(folder, file), 'torn')
  const store = aStore()
  expect(await store.get('/a')).toBeNull()
  expect(await readdir(folder)).toEqual([])
})

test('drafts of a start that was killed are cleared away', async () => {
  const draft = path.join(folder, 'x.page.1-1.draft')
  await writeFile(draft, 'half')
  await utimes(draft, 1, 1)
  await aStore().put('/a', aPage())
  expect((await readdir(folder)).filter((file) => file.endsWith('.draft'))).toEqual([])
})

test('without a disk, or with one that cannot be written, the memory serves alone', async () => {
  const none = aStore({ diskBytes: 0, memoryBytes: 100 * kb })
  await none.put('/a', aPage())
  expect(await none.get('/a')).not.toBeNull()
  expect(await readdir(folder)).toEqual([])
  await writeFile(path.join(folder, 'file'), '')
  const blocked = aStore({ folder: path.join(folder, 'file/below'), memoryBytes: 100 * kb })
  await blocked.put('/a', aPage())
  expect(await blocked.get('/a')).not.toBeNull()
  expect(told).toHaveLength(1)
})

test('the memory, too, holds no more than it may', async () => {
  const store = aStore({ diskBytes: 0, memoryBytes: 50 * kb })
  for (let i = 0; i < 20; i++) await store.put(`/${i}`, aPage())
  const found = await Promise.all(Array.from({ length: 20 }, (_, i) => store.get(`/${i}`)))
  expect(found.filter(Boolean).length).toBeLessThanOrEqual(5)
  expect(found.at(-1)).not.toBeNull()
})
