// What a merchant changes of a product: all or nothing, in one's own name, and never over somebody else's head.
import { describe, expect, test } from 'vitest'
import { createForm, countForm, editForm, sizeForm } from '@/app/admin/products/schema'
import { createProduct } from '@/lib/catalogue/merchant/create'
import { drawProduct, editProduct } from '@/lib/catalogue/merchant/edit'
import { productShape, type ProductFields } from '@/lib/catalogue/merchant/fields'
import { listProducts } from '@/lib/catalogue/merchant/list'
import { addSize } from '@/lib/catalogue/merchant/sizes'
import { correctStock } from '@/lib/catalogue/merchant/stock'
import { db, inTransaction } from '@/lib/db'
import { env } from '@/lib/env'
import { newId } from '@/lib/ids'
import { holdStock } from '@/lib/orders/stock'
import { aBrowser, aPerson, formWith } from '../support/staff'
import { until } from '../support/shop'
import { aShelfProduct, aWord, deedsOn, productNow } from '../support/products'

const actor = `user:${newId()}`
const fieldsOf = (product: Awaited<ReturnType<typeof productNow>>): ProductFields => ({
  nameIs: product.nameIs,
  nameEn: product.nameEn,
  descriptionIs: product.descriptionIs,
  descriptionEn: product.descriptionEn,
  price: product.price,
  vatRate: product.vatRate,
  category: product.category.slug,
  weight: product.weight,
})

async function aFilledProduct(stock?: readonly number[]) {
  const { id } = await aShelfProduct({ stock })
  const product = await productNow(id)
  return { id, product, fields: fieldsOf(product), variants: product.variants }
}

describe('an edit', () => {
  test('is kept with who changed what from what, and gives the product another version', async () => {
    const { id, product, fields } = await aFilledProduct()
    const word = aWord()
    const changed = { ...fields, nameEn: `Warm ${word}`, price: 9_900, vatRate: 11 }
    expect(await editProduct({ id, version: 0, actor, fields: changed })).toBe('saved')
    const after = await productNow(id)
    expect(after).toMatchObject({
      nameEn: `Warm ${word}`,
      price: 9_900,
      vatRate: 11,
      version: 1,
      nameIs: product.nameIs,
      slug: product.slug,
    })
    expect(await deedsOn(id)).toMatchObject([
      {
        actor,
        action: 'product.edit',
        detail: {
          slug: product.slug,
          before: { nameEn: product.nameEn, price: 12_400, vatRate: 24 },
          after: { nameEn: `Warm ${word}`, price: 9_900, vatRate: 11 },
        },
      },
    ])
  })

  test('of nothing changes nothing and is no deed', async () => {
    const { id, fields } = await aFilledProduct()
    expect(await editProduct({ id, version: 0, actor, fields })).toBe('same')
    expect((await productNow(id)).version).toBe(0)
    expect(await deedsOn(id)).toEqual([])
  })

  test('made over what somebody else changed meanwhile is refused; of many at once exactly one is kept', async () => {
    const { id, fields } = await aFilledProduct()
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, at) =>
        editProduct({ id, version: 0, actor: `${actor}-${at}`, fields: { ...fields, price: 1_000 + at } }),
      ),
    )
    expect(answers.toSorted()).toEqual(['saved', 'stale', 'stale', 'stale', 'stale', 'stale'])
    expect((await productNow(id)).price).toBe(1_000 + answers.indexOf('saved'))
    expect((await deedsOn(id)).map((deed) => deed.actor)).toEqual([`${actor}-${answers.indexOf('saved')}`])
    expect(await drawProduct({ id, version: 0, actor, drawing: '1ha0-wk---' })).toBe('stale')
  })

  test('does not stand in the way of a sale', async () => {
    const { id, fields, variants } = await aFilledProduct([5])
    await inTransaction((tx) => holdStock(tx, [{ variantId: variants[0]?.id ?? 0, quantity: 4 }]))
    expect(await editProduct({ id, version: 0, actor, fields: { ...fields, price: 1 } })).toBe('saved')
    expect((await productNow(id)).variants[0]).toMatchObject({ onHand: 5, held: 4 })
  })

  test('of a product or to a category that is not there changes nothing', async () => {
    const { id, fields } = await aFilledProduct()
    expect(await editProduct({ id: 2_147_483_647, version: 0, actor, fields })).toBe('gone')
    expect(await editProduct({ id, version: 0, actor, fields: { ...fields, category: 'no-such-shelf', price: 1 } })).toBe('no_category')
    expect((await productNow(id)).price).toBe(12_400)
  })

  test('makes the search find the product by its new name and no more by the old one', async () => {
    const { id, fields } = await aFilledProduct()
    const word = aWord()
    const by = async (search: string) =>
      (await listProducts({ search, category: null, low: false, position: null }, 'is'))?.items.map((row) => row.id)
    expect(await by(fields.nameIs)).toEqual([id])
    await editProduct({ id, version: 0, actor, fields: { ...fields, nameIs: `Þæfð ${word}`, nameEn: `Felted ${word}` } })
    expect(await by(word)).toEqual([id])
    expect(await by(`thaefd ${word}`)).toEqual([id])
    expect(await by(fields.nameIs)).toEqual([])
  })

  test('shows in the shop although the page had been kept', async () => {
    const { id, product, fields } = await aFilledProduct()
    const page = async () => (await aBrowser().ask(`/en/p/${product.slug}`)).text()
    expect(await page()).toContain(fields.nameEn)
    const name = `Renamed ${aWord()}`
    await editProduct({ id, version: 0, actor, fields: { ...fields, nameEn: name } })
    await until(page, (html) => html.includes(name), 60_000)
  })

  test('of the picture changes what the shop calls it: its kind and its colour', async () => {
    const { id } = await aFilledProduct()
    expect(await drawProduct({ id, version: 0, actor, drawing: '1ha1-kw---p' })).toBe('saved')
    const after = await productNow(id)
    expect(after).toMatchObject({ drawing: '1ha1-kw---p', garment: 'hat', colour: 'black', version: 1 })
    expect(after.searchText.split(' ')).toEqual(expect.arrayContaining(['hufa', 'black']))
    expect(await deedsOn(id)).toMatchObject([{ action: 'product.draw', detail: { after: '1ha1-kw---p' } }])
    expect(await drawProduct({ id, version: 1, actor, drawing: '1ha1-kw---p' })).toBe('same')
    await expect(drawProduct({ id, version: 1, actor, drawing: 'no drawing' })).rejects.toThrow('not a drawing')
  })
})

describe('a count', () => {
  const reason = 'Stock count'

  test('corrects what is on the shelf, with its reason, and nothing that was not counted', async () => {
    const { id, variants } = await aFilledProduct([5, 6, 7])
    const [first, second] = variants.map((variant) => variant.id)
    const counts = [
      { variantId: second ?? 0, seen: 6, counted: 2 },
      { variantId: first ?? 0, seen: 5, counted: 5 },
    ]
    expect(await correctStock({ id, actor, reason, counts })).toEqual({ kind: 'corrected' })
    expect((await productNow(id)).variants.map(({ onHand }) => onHand)).toEqual([5, 2, 7])
    const [deed] = await deedsOn(id)
    expect(deed).toMatchObject({
      actor,
      action: 'product.count',
      reason,
      detail: { sizes: [{ sku: variants[1]?.sku, before: 6, after: 2 }] },
    })
    expect(await correctStock({ id, actor, reason, counts: [{ variantId: first ?? 0, seen: 5, counted: 5 }] })).toEqual({ kind: 'same' })
  })

  test('below what is held, of a shelf that moved or of another product is refused, and then nothing is corrected', async () => {
    const { id, variants } = await aFilledProduct([5, 5, 5])
    const other = await aFilledProduct([5])
    const [held, moved, fine] = variants.map((variant) => variant.id) as [number, number, number]
    const strange = other.variants[0]?.id ?? 0
    await db().variant.update({ where: { id: held }, data: { held: 3 } })
    await db().variant.update({ where: { id: moved }, data: { onHand: 4 } })
    const answer = await correctStock({
      id,
      actor,
      reason,
      counts: [
        { variantId: held, seen: 5, counted: 2 },
        { variantId: moved, seen: 5, counted: 6 },
        { variantId: fine, seen: 5, counted: 9 },
        { variantId: strange, seen: 5, counted: 9 },
      ],
    })
    expect(answer).toEqual({
      kind: 'refused',
      problems: new Map([
        [held, 'held'],
        [moved, 'moved'],
        [strange, 'gone'],
      ]),
    })
    expect((await productNow(id)).variants.map(({ onHand }) => onHand)).toEqual([5, 4, 5])
    expect((await productNow(other.id)).variants[0]?.onHand).toBe(5)
    expect(await deedsOn(id)).toEqual([])
    expect(await correctStock({ id, actor, reason, counts: [{ variantId: held, seen: 5, counted: 3 }] })).toEqual({ kind: 'corrected' })
  })

  test('and purchases of the same goods never leave more held than there is, whichever comes first', async () => {
    const { id, variants } = await aFilledProduct([10, 10])
    const [one, two] = variants.map((variant) => variant.id) as [number, number]
    const buy = () =>
      inTransaction((tx) =>
        holdStock(tx, [
          { variantId: two, quantity: 1 },
          { variantId: one, quantity: 1 },
        ]),
      )
    const recount = (counted: number) =>
      correctStock({ id, actor, reason, counts: [one, two].map((variantId) => ({ variantId, seen: 10, counted })) })
    const [, ...bought] = await Promise.all([recount(2), ...Array.from({ length: 8 }, buy)])
    const holds = bought.filter((answer) => 'held' in answer && answer.held).length
    for (const { onHand, held } of (await productNow(id)).variants) {
      expect(held).toBe(holds)
      expect([2, 10]).toContain(onHand)
      expect(held).toBeLessThanOrEqual(onHand)
    }
  })
})

describe('a size', () => {
  test('is added behind the others, with an item number of its own and nothing on the shelf', async () => {
    const { id, product } = await aFilledProduct([5])
    expect(await addSize({ id, actor, size: 'XL', sku: null })).toBe('added')
    expect((await productNow(id)).variants[1]).toMatchObject({
      size: 'XL',
      position: 1,
      onHand: 0,
      held: 0,
      sku: `${product.slug}-XL`.toUpperCase(),
    })
    expect(await deedsOn(id)).toMatchObject([{ action: 'product.size', detail: { size: 'XL' } }])
  })

  test('that is there, or whose item number is another’s, is refused', async () => {
    const { id, variants } = await aFilledProduct([5])
    await addSize({ id, actor, size: 'XL', sku: null })
    expect(await addSize({ id, actor, size: 'xl', sku: null })).toBe('size_taken')
    expect(await addSize({ id, actor, size: 'M', sku: variants[0]?.sku ?? '' })).toBe('sku_taken')
    expect(await addSize({ id: 2_147_483_647, actor, size: 'M', sku: null })).toBe('gone')
    expect((await productNow(id)).variants).toHaveLength(2)
  })
})

const written = (fields: ProductFields) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)])) as Record<keyof ProductFields, string>

describe('a new product', () => {
  const fields = (nameIs: string): ProductFields => ({
    nameIs,
    nameEn: 'New',
    descriptionIs: '',
    descriptionEn: '',
    price: 100,
    vatRate: 24,
    category: 'test',
    weight: 1,
  })
  const make = async (nameIs: string) => {
    await aShelfProduct()
    const made = await createProduct({ actor, formKey: newId(), fields: fields(nameIs), garment: 'hat', sizes: ['S', 'M'] })
    return productNow(made?.id ?? 0)
  }

  test('has an address made of its Icelandic name, sizes with item numbers, a picture and a deed', async () => {
    const word = aWord()
    const product = await make(`Þæfð Ölduhúfa ${word}!`)
    expect(product.slug).toBe(`thaefd-olduhufa-${word}`)
    expect(product).toMatchObject({ garment: 'hat', colour: 'lightgrey', popularity: 0, version: 0 })
    expect(product.variants).toMatchObject([
      { size: 'S', onHand: 0, sku: `${product.slug}-S`.toUpperCase() },
      { size: 'M', onHand: 0, sku: `${product.slug}-M`.toUpperCase() },
    ])
    expect(await deedsOn(product.id)).toMatchObject([{ actor, action: 'product.create' }])
    expect((await aBrowser().ask(`/is/p/${product.slug}`)).status).toBe(200)
  })

  test('has an address of its own, however many are made of the same name at once', async () => {
    const word = aWord()
    const slugs = (await Promise.all(Array.from({ length: 4 }, () => make(word)))).map(({ slug }) => slug)
    expect(slugs.toSorted()).toEqual([word, `${word}-2`, `${word}-3`, `${word}-4`])
  })

  test('is made once, however often its form is sent, and at once', async () => {
    const word = aWord()
    await aShelfProduct()
    const formKey = newId()
    const wish = { actor, formKey, fields: fields(word), garment: 'hat' as const, sizes: ['S'] }
    const made = await Promise.all(Array.from({ length: 4 }, () => createProduct(wish)))
    const again = await createProduct({ ...wish, fields: fields('Annað heiti') })
    expect(new Set([...made, again].map((each) => each?.id)).size).toBe(1)
    expect(await db().product.count({ where: { nameIs: word } })).toBe(1)
    expect(await deedsOn(again?.id ?? 0)).toHaveLength(1)
    const { id: other } = await aShelfProduct()
    await expect(db().product.update({ where: { id: other }, data: { formKey } })).rejects.toMatchObject({ code: 'P2002' })
  })

  test('sent twice without JavaScript, or gone back to and sent again, leads to the same page', async () => {
    await aShelfProduct()
    const browser = aBrowser()
    await browser.signIn(await aPerson('manager'))
    const form = formWith(await (await browser.ask('/admin/products/new')).text(), 'formKey')
    const typed = { ...form, ...written(fields(aWord())), garment: 'hat', sizes: 'S, M' }
    const send = async () => {
      const body = new FormData()
      for (const [name, value] of Object.entries(typed)) body.set(name, value)
      const answer = await browser.ask('/admin/products/new', { method: 'POST', body, headers: { origin: env().appUrl } })
      return [answer.status, answer.headers.get('location')]
    }
    const first = await send()
    expect(first).toEqual([303, expect.stringMatching(/^\/admin\/products\/\d+\?new=1$/)])
    expect(await send()).toEqual(first)
    expect(await db().product.count({ where: { nameIs: typed.nameIs } })).toBe(1)
  })

  test('of a name without letters has an address too, and there is none in no category', async () => {
    expect((await make('🧶🧶')).slug).toMatch(/^vara(-\w+)?$/)
    expect(
      await createProduct({ actor, formKey: newId(), fields: { ...fields('x'), category: 'no-such-shelf' }, garment: 'hat', sizes: ['S'] }),
    ).toBeNull()
  })
})

describe('what is typed', () => {
  const good = {
    nameIs: 'Húfa',
    nameEn: 'Hat',
    descriptionIs: '',
    descriptionEn: 'Two\r\nlines',
    price: '12.900',
    vatRate: '24',
    category: 'hufur',
    weight: '90',
  }
  const errors = (
    shape: { safeParse: typeof productShape.safeParse } | typeof countForm | typeof createForm | typeof sizeForm,
    fields: unknown,
  ) => Object.fromEntries((shape.safeParse(fields).error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]))

  test('is read as people write it', () => {
    expect(productShape.parse(good)).toEqual({ ...good, descriptionEn: 'Two\nlines', price: 12_900, vatRate: 24, weight: 90 })
    for (const price of ['12900', ' 12 900 ', '12.900']) expect(productShape.parse({ ...good, price }).price).toBe(12_900)
    expect(createForm.parse({ ...good, formKey: newId(), garment: 'hat', sizes: ' S, M ,L;XL ' }).sizes).toEqual(['S', 'M', 'L', 'XL'])
    expect(sizeForm.parse({ product: '1', size: 'M', sku: ' ' }).sku).toBeUndefined()
    expect(
      countForm.parse({ product: '1', reason: 'r', 'counted-7': '3', 'seen-7': '5', 'counted-8': ' ', 'seen-8': '1', 'counted-x': '1' }),
    ).toEqual({
      product: 1,
      reason: 'r',
      counts: [{ variantId: 7, counted: 3, seen: 5 }],
    })
  })

  test.each([
    ['nameIs', ' ', 'missing'],
    ['nameIs', 'a\nb', 'strange'],
    ['nameEn', 'a\u0000', 'strange'],
    ['nameEn', 'x'.repeat(121), 'long'],
    ['nameEn', "'=1+1", 'apostrophe'],
    ['descriptionIs', 'a\u202eb', 'strange'],
    ['price', '0', 'price'],
    ['price', '12.9', 'price'],
    ['price', '-1', 'price'],
    ['price', '1e3', 'price'],
    ['price', '10.000.000', 'price'],
    ['vatRate', '25', 'choose'],
    ['category', "'; --", 'choose'],
    ['weight', '1,5', 'weight'],
  ])('%s %j is told at its field', (field, value, problem) => {
    expect(errors(productShape, { ...good, [field]: value })).toEqual({ [field]: problem })
  })

  test('into no product, no size, no count and of no version is told as well', () => {
    expect(errors(editForm, { ...good, product: '0', version: 'x' })).toEqual({ product: 'gone', version: 'stale' })
    expect(errors(createForm, { ...good, formKey: newId(), garment: 'boat', sizes: ',' })).toEqual({ garment: 'choose', sizes: 'sizes' })
    expect(errors(createForm, { ...good, formKey: newId(), garment: 'hat', sizes: 'M, m' })).toEqual({ sizes: 'size_taken' })
    expect(errors(sizeForm, { product: '1', size: '', sku: 'a b' })).toEqual({ size: 'missing', sku: 'sku' })
    expect(errors(countForm, { product: '1', reason: 'r', 'counted-7': '-3', 'seen-7': '5', 'counted-8': '3' })).toEqual({
      'counted-7': 'count',
      'counted-8': 'moved',
    })
    expect(errors(countForm, { product: '1', reason: ' ' })).toEqual({ reason: 'missing' })
  })
})
