import type { Tx } from '@/lib/db'
import { fold } from '../../fold'
import type { ProductFields } from '../fields'
import { difference, fieldsOf, type LockedProduct } from '../edit'
import { problemOf, type LockedVariant } from '../stock'
import type { Column, LineError } from './columns'
import { isDrawing, type SizeWish, type Wish } from './wishes'

type Category = LockedProduct['category']
type Changed = NonNullable<ReturnType<typeof difference>>

export type Plan = {
  readonly create: readonly { readonly wish: Wish; readonly fields: ProductFields; readonly category: Category }[]
  readonly edit: readonly {
    readonly fields: ProductFields
    readonly before: LockedProduct
    readonly category: Category
    readonly drawing: string
    readonly hidden: boolean
    readonly changed: Changed
  }[]
  readonly addSizes: readonly {
    readonly product: { readonly id: number; readonly slug: string }
    readonly position: number
    readonly size: SizeWish
  }[]
  readonly counts: readonly { readonly variant: LockedVariant; readonly counted: number }[]
  /** Products that are as the file has them already. */
  readonly same: number
}

const perQuery = 1_000

/** What the database holds of all that a file names. */
async function readWorld(tx: Tx, wishes: readonly Wish[]) {
  const slugs = wishes.flatMap(({ slug }) => slug ?? [])
  const skus = wishes.flatMap(({ sizes }) => sizes.flatMap(({ sku }) => sku ?? []))
  const products: LockedProduct[] = []
  const variants: (LockedVariant & { position: number })[] = []
  for (let from = 0; from < slugs.length; from += perQuery)
    products.push(
      ...(await tx.product.findMany({ where: { slug: { in: slugs.slice(from, from + perQuery) } }, include: { category: true } })),
    )
  const ids = products.map(({ id }) => id)
  for (let from = 0; from < Math.max(ids.length, skus.length); from += perQuery) {
    const where = { OR: [{ productId: { in: ids.slice(from, from + perQuery) } }, { sku: { in: skus.slice(from, from + perQuery) } }] }
    variants.push(
      ...(await tx.variant.findMany({
        where,
        select: { id: true, productId: true, sku: true, size: true, onHand: true, held: true, position: true },
      })),
    )
  }
  const categories = await tx.category.findMany()
  const byProduct = new Map<number, typeof variants>()
  // A variant may have been read twice: by its product and by its number.
  for (const variant of new Map(variants.map((each) => [each.id, each])).values())
    byProduct.set(variant.productId, [...(byProduct.get(variant.productId) ?? []), variant])
  return {
    products: new Map(products.map((product) => [product.slug, product])),
    bySku: new Map(variants.map((variant) => [variant.sku, variant])),
    byProduct,
    categories: new Map(categories.map((category) => [category.slug, category])),
  }
}

/** What the file would change, and every reason why it can't. */
export async function compare(tx: Tx, wishes: readonly Wish[]): Promise<{ plan: Plan; errors: readonly LineError[] }> {
  const world = await readWorld(tx, wishes)
  const errors: LineError[] = []
  const wrong = (line: number, column: Column, problem: string) => void errors.push({ line, column, problem })
  const plan = {
    create: [] as Plan['create'][number][],
    edit: [] as Plan['edit'][number][],
    addSizes: [] as Plan['addSizes'][number][],
    counts: [] as Plan['counts'][number][],
    same: 0,
  }

  for (const wish of wishes) {
    const before = wish.slug === null ? undefined : world.products.get(wish.slug)
    const category = world.categories.get(wish.category)
    const { fields } = wish
    if (!category && wish.category) wrong(wish.line, 'category', 'choose')
    if (!before && wish.version !== null)
      wrong(wish.line, wish.slug === null ? 'slug' : 'version', wish.slug === null ? 'missing' : 'not_there')
    if (before && wish.version === null) wrong(wish.line, 'version', 'slug_taken')
    if (before && wish.version !== null && before.version !== wish.version) wrong(wish.line, 'version', 'stale_line')
    const drawing = wish.drawing || (before?.drawing ?? '')
    if (drawing !== before?.drawing && !isDrawing(drawing)) wrong(wish.line, 'drawing', drawing ? 'drawing' : 'missing')
    const sizes = readSizes(wish, before, world, wrong)
    if (!category || !fields) continue
    if (!before) {
      plan.create.push({ wish, fields, category })
      continue
    }
    const hidden = wish.hidden ?? before.hidden
    const changed = difference({ ...fieldsOf(before), drawing: before.drawing, hidden: before.hidden }, { ...fields, drawing, hidden })
    if (changed) plan.edit.push({ fields, before, category, drawing, hidden, changed })
    plan.addSizes.push(...sizes.added)
    plan.counts.push(...sizes.counts)
    if (!changed && !sizes.added.length && !sizes.counts.length) plan.same++
  }
  return { plan, errors }
}

type World = Awaited<ReturnType<typeof readWorld>>

function readSizes(
  wish: Wish,
  before: LockedProduct | undefined,
  world: World,
  wrong: (line: number, column: Column, problem: string) => void,
) {
  const there = (before && world.byProduct.get(before.id)) ?? []
  const added: Plan['addSizes'][number][] = []
  const counts: Plan['counts'][number][] = []
  let position = Math.max(-1, ...there.map((variant) => variant.position))
  for (const size of wish.sizes) {
    const named = there.find((variant) => fold(variant.size) === fold(size.size))
    const numbered = size.sku === null ? named : world.bySku.get(size.sku)
    if (numbered && numbered.productId !== before?.id) wrong(size.line, 'sku', 'sku_taken')
    else if (numbered && numbered !== named && numbered.id !== named?.id) wrong(size.line, 'size', 'size_differs')
    else if (named && !numbered) wrong(size.line, 'sku', 'size_taken')
    else if (numbered) {
      if (size.counted === null) continue
      if (size.onHand === null) wrong(size.line, 'on_hand', 'missing')
      else if (size.counted !== size.onHand || size.counted !== numbered.onHand) {
        const problem = problemOf(numbered, { seen: size.onHand, counted: size.counted })
        if (problem) wrong(size.line, problem === 'moved' ? 'on_hand' : 'counted', `${problem}_line`)
        else counts.push({ variant: numbered, counted: size.counted })
      }
    } else if (before) added.push({ product: before, position: ++position, size })
  }
  return { added, counts }
}
