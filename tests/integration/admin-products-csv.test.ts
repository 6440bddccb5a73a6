// Products as a file, out and in again: all of it or nothing, every error by line and column.
import { describe, expect, test } from 'vitest'
import { columns, type Column } from '@/lib/catalogue/merchant/csv/columns'
import { exportProducts } from '@/lib/catalogue/merchant/csv/export'
import { importProducts, previewImport, type Imported } from '@/lib/catalogue/merchant/csv/import'
import { caps } from '@/lib/catalogue/merchant/csv/read-table'
import { editProduct } from '@/lib/catalogue/merchant/edit'
import { csvLine, type Cell } from '@/lib/csv'
import { db, inTransaction } from '@/lib/db'
import { env } from '@/lib/env'
import { newId } from '@/lib/ids'
import { holdStock } from '@/lib/orders/stock'
import { aBrowser, aPerson } from '../support/staff'
import { aShelfProduct, aWord, deedsOn, productNow } from '../support/products'

const actor = `user:${newId()}`
const by = { actor, reason: 'Stock count of the autumn' }
const bytes = (text: string) => new TextEncoder().encode(text)
const head = csvLine(columns)
type Cells = Partial<Record<Column, Cell>>
const file = (...lines: Cells[]) => head + lines.map((cells) => csvLine(columns.map((column) => cells[column]))).join('')
const preview = (text: string) => previewImport(bytes(text))
const run = (text: string) => importProducts(bytes(text), by)
const told = (answer: Imported) =>
  answer.kind === 'wrong' ? answer.errors.map(({ line, column, problem }) => `${line} ${column} ${problem}`) : answer.kind

/** What the shop would write of products that a word finds. */
async function exported(search: string): Promise<{ text: string; lines: Cells[] }> {
  const cells: Cell[][] = []
  for await (const batch of exportProducts({ search, category: null, low: false }, 2)) cells.push(...batch)
  const lines = cells.map((line) => Object.fromEntries(columns.map((column, at) => [column, line[at]])))
  return { text: head + cells.map(csvLine).join(''), lines }
}

const aNew = (name: string, more: Cells = {}): Cells => ({
  name_is: name,
  name_en: name,
  price: 4_900,
  vat_rate: 24,
  category: 'test',
  weight: 90,
  drawing: '1ha0-wk---',
  size: 'M',
  ...more,
})

async function both(stock: readonly number[] = [10, 4]) {
  const word = aWord()
  const [one, two] = [await aShelfProduct({ name: `Ein ${word}`, stock }), await aShelfProduct({ name: `Tvær ${word}`, stock })]
  return { word, one, two }
}

describe('a file that was downloaded', () => {
  test('has a line for each size, the newest product first, and read in again changes nothing', async () => {
    const { word, one, two } = await both()
    const { text, lines } = await exported(word)
    expect(lines.map(({ slug, size, on_hand, version, counted }) => [slug, size, on_hand, version, counted])).toEqual([
      [two.slug, '1', 10, 0, undefined],
      [two.slug, '2', 4, 0, undefined],
      [one.slug, '1', 10, 0, undefined],
      [one.slug, '2', 4, 0, undefined],
    ])
    expect(await preview(text)).toEqual({ kind: 'planned', tally: { created: 0, changed: 0, sizes: 0, counted: 0, same: 2 } })
    expect(await run(text)).toEqual({ kind: 'done', tally: { created: 0, changed: 0, sizes: 0, counted: 0, same: 2 } })
    expect((await productNow(one.id)).version).toBe(0)
  })

  test.each([
    ['as Excel saves it, with a mark and semicolons', (text: string) => `\ufeff${text.replaceAll(',', ';')}`],
    ['with tabs', (text: string) => text.replaceAll(',', '\t')],
    [
      'with the line ends of Unix and empty lines',
      (text: string) => text.replaceAll('\r\n', '\n').replace('\n', '\n\n').concat('\n,,,,,\n'),
    ],
    [
      'with its columns the other way round',
      (text: string) =>
        text
          .split('\r\n')
          .map((line) => line.split(',').toReversed().join(','))
          .join('\r\n'),
    ],
  ])('is understood %s', async (_, as) => {
    const { word } = await both()
    expect(await preview(as((await exported(word)).text))).toMatchObject({ kind: 'planned', tally: { same: 2 } })
  })

  test('keeps whatever is written of a product: formulas, quotes, lines, separators', async () => {
    const { word, one } = await both()
    const nasty = { descriptionIs: `=HYPERLINK("http://x")`, descriptionEn: `+1;2,"3"\n-4\n\n@5\t` }
    await db().product.update({ where: { id: one.id }, data: nasty })
    const { text } = await exported(word)
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`)
    expect(await preview(text.replaceAll('\t', ''))).toMatchObject({ kind: 'planned' })
    await db().product.update({ where: { id: one.id }, data: { descriptionEn: nasty.descriptionEn.trim() } })
    expect(await preview((await exported(word)).text)).toMatchObject({ kind: 'planned', tally: { changed: 0, same: 2 } })
  })

  test('holds everything of a long list, each product once', async () => {
    const word = aWord()
    for (let at = 0; at < 7; at++) await aShelfProduct({ name: `Röð ${word}`, stock: at === 3 ? [] : [1] })
    const { text, lines } = await exported(word)
    expect(new Set(lines.map(({ slug }) => slug)).size).toBe(7)
    expect(lines).toHaveLength(7)
    expect(await preview(text)).toMatchObject({ kind: 'planned', tally: { same: 7 } })
  })
})

describe('the column hidden', () => {
  test('says which products are not in the shop, hides and shows them, and leaves alone where it is empty', async () => {
    const { word, one, two } = await both([1])
    await db().product.update({ where: { id: one.id }, data: { hidden: true } })
    const { lines } = await exported(word)
    expect(lines.map(({ slug, hidden }) => [slug, hidden])).toEqual([
      [two.slug, 'no'],
      [one.slug, 'yes'],
    ])
    const asked = (ones: string, twos: string) => file(...lines.map((line) => ({ ...line, hidden: line.slug === one.slug ? ones : twos })))
    const states = async () => [(await productNow(one.id)).hidden, (await productNow(two.id)).hidden]
    expect(told(await run(asked('', '')))).toBe('done')
    expect(await states()).toEqual([true, false])
    expect(told(await run(asked('no', 'YES')))).toBe('done')
    expect(await states()).toEqual([false, true])
    expect(await deedsOn(two.id)).toMatchObject([
      { action: 'product.edit', detail: { before: { hidden: false }, after: { hidden: true } } },
    ])
    // Hidden since the file was made: what it says of that is old.
    expect(told(await run(asked('no', 'no')))).toEqual(['2 version stale_line', '3 version stale_line'])
    expect(told(await preview(asked('maybe', '')))).toContain('3 hidden yes_or_no')
  })

  test('may be missing: then new products are shown and the others stay as they are', async () => {
    const { word, one } = await both([1])
    await db().product.update({ where: { id: one.id }, data: { hidden: true } })
    const { lines } = await exported(word)
    const without = columns.filter((column) => column !== 'hidden')
    const text = [...lines, aNew(`Ný ${word}`), aNew(`Falin ${word}`)].map((line) => csvLine(without.map((column) => line[column])))
    expect(told(await run(csvLine(without) + text.join('')))).toBe('done')
    expect((await productNow(one.id)).hidden).toBe(true)
    expect(told(await run(file(aNew(`Leyni ${word}`, { hidden: 'yes' }))))).toBe('done')
    const made = await db().product.findMany({ where: { nameIs: { in: [`Ný ${word}`, `Leyni ${word}`] } }, orderBy: { id: 'asc' } })
    expect(made.map(({ hidden }) => hidden)).toEqual([false, true])
  })
})

describe('an import', () => {
  test('creates, changes, adds sizes and corrects shelves in one go, and says so beforehand without doing it', async () => {
    const { word, one, two } = await both()
    const [a, b, c] = (await exported(word)).lines
    const name = aWord()
    const text = file(
      { ...a, price: 19_900 },
      { ...b, price: 19_900, counted: 7 },
      { ...c, counted: 10 },
      { slug: one.slug, size: 'XL', counted: 3 },
      aNew(`Ný húfa ${name}`, { counted: 5 }),
      aNew(`Ný húfa ${name}`, { size: 'L' }),
    )
    const tally = { created: 1, changed: 2, sizes: 3, counted: 1, same: 0 }
    expect(await preview(text)).toEqual({ kind: 'planned', tally })
    expect(await productNow(two.id)).toMatchObject({ price: 12_400, version: 0 })
    expect(await run(text)).toEqual({ kind: 'done', tally })
    expect(await productNow(two.id)).toMatchObject({ price: 19_900, version: 1, variants: [{ onHand: 10 }, { onHand: 7 }] })
    expect((await productNow(one.id)).variants).toMatchObject([{ onHand: 10 }, { onHand: 4 }, { size: 'XL', onHand: 3, position: 2 }])
    const made = await db().product.findUniqueOrThrow({ where: { slug: `ny-hufa-${name}` } })
    expect(await productNow(made.id)).toMatchObject({
      price: 4_900,
      garment: 'hat',
      variants: [
        { size: 'M', onHand: 5 },
        { size: 'L', onHand: 0 },
      ],
    })
    // Told as the file was, and of each product what was done to it.
    expect((await deedsOn(two.id)).map(({ action, reason }) => [action, reason])).toEqual([
      ['product.edit', null],
      ['product.count', by.reason],
    ])
    expect((await deedsOn(one.id)).map(({ action }) => action)).toEqual(['product.size'])
    expect((await deedsOn(made.id)).map(({ action }) => action)).toEqual(['product.create'])
    expect((await deedsOn(two.id))[0]?.detail).toMatchObject({ before: { price: 12_400 }, after: { price: 19_900 } })
    const import_ = await db().auditEntry.findFirst({ where: { actor, action: 'products.import' }, orderBy: { id: 'desc' } })
    expect(import_).toMatchObject({ reason: by.reason, detail: tally })
  })

  test('finds its new products by the search, and its changed ones by their new names', async () => {
    const { word } = await both()
    const [first] = (await exported(word)).lines
    const renamed = aWord()
    await run(file({ ...first, name_is: `Þel ${renamed}` }))
    expect((await exported(`thel ${renamed}`)).lines.length).toBeGreaterThan(0)
  })

  test('tells every error at once, by line and column, and does nothing of what is right', async () => {
    const { word, one, two } = await both()
    const other = await aShelfProduct({ stock: [1] })
    const [a, b, c, d] = (await exported(word)).lines
    await inTransaction((tx) => holdStock(tx, [{ variantId: two.variants[1]?.id ?? 0, quantity: 3 }]))
    const text = `${file(
      { ...a, price: 1, counted: 8 },
      { ...b, price: 1, counted: 2 },
      { ...c, name_en: '', price: 'twelve', vat_rate: 25, category: 'no-such-shelf', version: 7 },
      { slug: one.slug, sku: d?.sku, size: '2', name_is: 'Another', on_hand: 5, counted: 'many' },
      { slug: one.slug, size: '1' },
      { slug: one.slug, size: 'M', sku: other.variants[0]?.sku },
      aNew(aWord(), { slug: 'No Address' }),
      aNew(aWord(), { version: 3, slug: `nobodys-${word}` }),
      aNew(aWord(), { name_is: 'Two lines\nin one', weight: -1 }),
      aNew('Ours', { slug: other.slug }),
      aNew(aWord(), { drawing: 'a cat', sku: 'B AD' }),
      aNew(aWord(), { drawing: '' }),
    )}too,few\r\n`
    const errors = [
      '3 counted held_line',
      '4 name_en missing',
      '4 price price',
      '4 vat_rate choose',
      '4 category choose',
      '4 version stale_line',
      '5 name_is differs',
      '5 counted count',
      '6 size size_twice',
      '7 sku sku_taken',
      '8 slug slug',
      '9 version not_there',
      '10 name_is strange',
      '10 weight weight',
      '12 version slug_taken',
      '13 drawing drawing',
      '13 sku sku',
      '14 drawing missing',
      '15  columns',
    ]
    expect(told(await preview(text))).toEqual(errors)
    expect(told(await run(text))).toEqual(errors)
    expect(await productNow(two.id)).toMatchObject({ price: 12_400, variants: [{ onHand: 10 }, { onHand: 4, held: 3 }] })
    expect(await deedsOn(two.id)).toEqual([])
  })

  test.each([
    ['nothing', '', ['1  empty']],
    ['only its head', head, ['1  empty']],
    [
      'no column but one',
      'slug\r\nx\r\n',
      columns.filter((column) => column !== 'slug' && column !== 'hidden').map((column) => `1 ${column} column_missing`),
    ],
    ['a column that is not there', head.replace('version', 'verzion') + 'x', ['1  column_strange', '1 version column_missing']],
    ['a column twice', head.replace('\r\n', ',slug\r\n') + 'x', ['1  column_strange']],
    ['a quote that is not closed', `${file({ slug: 'a' })}"b\r\nc`, ['3  quotes']],
    ['a quote within a text', `${file({ slug: 'a' })}b"c,d\r\n`, ['3  quotes']],
    ['a picture, not a table', '\u0000\u0001PNG', ['1  encoding']],
  ])('of %s is refused as a whole', async (_, text, errors) => {
    expect(told(await preview(text))).toEqual(errors)
  })

  test.each([
    ['Latin-1', (text: string) => Buffer.from(text, 'latin1'), '3  encoding'],
    ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'), '1  encoding'],
  ])('in %s is told where it can no longer be read', async (_, encode, error) => {
    expect(told(await previewImport(encode(file(aNew('Hufa'), aNew('H\u00fafa')))))).toEqual([error])
  })

  test('of more lines than may be is told at the first too many', async () => {
    const text = head + `${',x'.repeat(columns.length - 1)}\r\n`.repeat(caps.lines + 1)
    expect(told(await preview(text))).toEqual([`${caps.lines + 2}  too_many`])
  })

  test('of a product somebody changed meanwhile, or a shelf that moved, is refused', async () => {
    const { word, one } = await both()
    const { lines } = await exported(word)
    const [a, b, c, d] = lines
    const { nameIs, nameEn, descriptionIs, descriptionEn, vatRate, weight } = one
    await editProduct({
      id: one.id,
      version: 0,
      actor,
      fields: { nameIs, nameEn, descriptionIs, descriptionEn, vatRate, weight, category: 'test', price: 1 },
    })
    await db().variant.update({ where: { id: one.variants[1]?.id ?? 0 }, data: { onHand: 3 } })
    expect(told(await run(file({ ...a, price: 5 }, { ...b, price: 5 }, c ?? {}, { ...d, counted: 9 })))).toEqual([
      '4 version stale_line',
      '5 on_hand moved_line',
    ])
    // A count that is what the shelf held then and no longer holds is a conflict as well.
    expect(told(await run(file({ ...c, version: 1, price: 1 }, { ...d, version: 1, price: 1, counted: 4 })))).toEqual([
      '3 on_hand moved_line',
    ])
    expect(await productNow(one.id)).toMatchObject({ price: 1, version: 1 })
  })

  test('sent many times at once is done once', async () => {
    const { word, two } = await both()
    const [a, b] = (await exported(word)).lines
    const text = file({ ...a, price: 777 }, { ...b, price: 777, counted: 9 })
    const answers = await Promise.all(Array.from({ length: 4 }, () => run(text)))
    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['done', 'wrong', 'wrong', 'wrong'])
    expect(await deedsOn(two.id)).toHaveLength(2)
  })

  test('and purchases of the same goods at once leave no more held than there is, and none waits in vain', async () => {
    const { word, one, two } = await both([50, 50])
    const { lines } = await exported(word)
    const text = file(...lines.map((line) => ({ ...line, price: 5, counted: 20 })))
    const ids = [...one.variants, ...two.variants].map(({ id }) => id)
    const buy = () =>
      inTransaction((tx) =>
        holdStock(
          tx,
          ids.map((variantId) => ({ variantId, quantity: 1 })),
        ),
      )
    const [answer, ...bought] = await Promise.all([run(text), ...Array.from({ length: 6 }, buy)])
    // Holds are no change of what is on the shelf: the count stands.
    expect(told(answer)).toBe('done')
    expect(bought.every(({ held }) => held)).toBe(true)
    for (const { id } of [one, two])
      for (const variant of (await productNow(id)).variants) expect(variant).toMatchObject({ onHand: 20, held: 6 })
  })
})

describe('over HTTP', () => {
  const path = '/admin/products/import/file'
  async function someone(role: 'clerk' | 'manager') {
    const browser = aBrowser()
    const person = await aPerson(role)
    await browser.signIn(person)
    const send = (query: string, body: BodyInit, origin = env().appUrl) =>
      browser.ask(`${path}?${query}`, { method: 'POST', body, headers: { origin, 'content-type': 'text/csv' } })
    return { person, browser, send }
  }

  test('a manager downloads a filtered list and sends it back changed; both are in the audit', async () => {
    const { word, one } = await both()
    const { browser, send, person } = await someone('manager')
    const answer = await browser.ask(`/admin/products/export?q=${word}`)
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const text = (await answer.text()).replaceAll('12400', '13000')
    expect(await (await send('do=look', text)).json()).toMatchObject({ kind: 'planned', tally: { changed: 2 } })
    expect((await productNow(one.id)).price).toBe(12_400)
    const done = await send(`do=write&reason=${encodeURIComponent('New prices')}`, text)
    expect([done.status, await done.json()]).toMatchObject([200, { kind: 'done', tally: { changed: 2 } }])
    expect((await productNow(one.id)).price).toBe(13_000)
    const deeds = await db().auditEntry.findMany({ where: { actor: `user:${person.id}` }, orderBy: { id: 'asc' } })
    expect(deeds.map(({ action }) => action).filter((action) => action.startsWith('product'))).toEqual([
      'products.export',
      'products.import',
      'product.edit',
      'product.edit',
    ])
  })

  test('nothing is done without a reason, for a file too large, for another site or for a clerk', async () => {
    const { word, one } = await both()
    const text = (await exported(word)).text.replaceAll('12400', '1')
    const manager = await someone('manager')
    expect((await manager.send('do=write', text)).status).toBe(400)
    expect((await manager.send('do=write&reason=%20', text)).status).toBe(400)
    expect((await manager.send('do=nothing', text)).status).toBe(400)
    expect((await manager.send('do=write&reason=r', new Uint8Array(caps.bytes + 1))).status).toBe(413)
    expect((await manager.send('do=write&reason=r', text, 'https://evil.example')).status).toBe(403)
    expect((await manager.send('do=write&reason=r', 'a,b')).status).toBe(422)
    expect((await (await someone('clerk')).send('do=write&reason=r', text)).status).toBe(403)
    expect(await productNow(one.id)).toMatchObject({ price: 12_400, version: 0 })
  })
})
