// A plan into the database, many rows in one statement: nobody is to wait for a file longer than need be.
import { Prisma, type Tx } from '@/lib/db'
import { decode } from '@/lib/drawing/spec'
import { searchTextAfter, searchTextOf } from '../edit'
import { skuFor } from '../sizes'
import { slugOf } from '../slug'
import type { Plan } from './compare'

const perStatement = 500

async function inParts<T>(rows: readonly T[], write: (part: readonly T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += perStatement) await write(rows.slice(from, from + perStatement))
}

type NewSize = { productId: number; slug: string; size: string; sku: string | null; position: number; onHand: number }

/** Names and item numbers that others took since the plan was made: the whole is to be looked at again. */
export class Overtaken extends Error {}

async function freeSlugs(tx: Tx, { create }: Plan): Promise<string[]> {
  const bases = create.map(({ wish, fields }) => wish.slug ?? slugOf(fields.nameIs))
  const taken = new Set(create.flatMap(({ wish }) => wish.slug ?? []))
  const like = await tx.$queryRaw<{ slug: string }[]>`
    SELECT DISTINCT slug FROM unnest(${bases}::text[]) AS base CROSS JOIN LATERAL
      (SELECT slug FROM product WHERE slug = base OR slug = ANY (ARRAY(SELECT base || '-' || n FROM generate_series(2, 99) AS n))) AS there`
  for (const { slug } of like) taken.add(slug)
  return create.map(({ wish }, at) => {
    const base = bases[at] ?? ''
    if (wish.slug !== null) return base
    const names = [base, ...Array.from({ length: 98 }, (_, n) => `${base}-${n + 2}`)]
    const free = names.find((name) => !taken.has(name))
    if (!free) throw new Overtaken(`no address left for ${base}`)
    taken.add(free)
    return free
  })
}

async function createProducts(tx: Tx, plan: Plan): Promise<{ id: number; slug: string }[]> {
  const slugs = await freeSlugs(tx, plan)
  const made: { id: number; slug: string }[] = []
  const data = plan.create.map(({ wish: { drawing, hidden }, fields, category }, at) => {
    const { category: _, ...columns } = fields
    const drawn = decode(drawing)
    const searchText = searchTextOf({ ...columns, drawing, category })
    return {
      ...columns,
      slug: slugs[at] ?? '',
      hidden: hidden ?? false,
      categoryId: category.id,
      drawing,
      garment: drawn?.garment ?? '',
      colour: drawn?.palette[0] ?? '',
      searchText,
    }
  })
  await inParts(data, async (part) => {
    made.push(...(await tx.product.createManyAndReturn({ data: [...part], skipDuplicates: true, select: { id: true, slug: true } })))
  })
  if (made.length < data.length) throw new Overtaken('an address was taken meanwhile')
  const idOf = new Map(made.map(({ slug, id }) => [slug, id]))
  return slugs.map((slug) => ({ slug, id: idOf.get(slug) ?? 0 }))
}

function editProducts(tx: Tx, { edit }: Plan): Promise<void> {
  const rows = edit.map(({ fields, before, category, drawing, hidden }) => {
    const { category: _, ...columns } = fields
    const drawn = decode(drawing)
    const searchText = searchTextAfter(before, { ...columns, drawing, category })
    return {
      ...columns,
      id: before.id,
      categoryId: category.id,
      drawing,
      hidden,
      garment: drawn?.garment ?? before.garment,
      colour: drawn?.palette[0] ?? before.colour,
      searchText,
    }
  })
  return inParts(
    rows,
    (part) => tx.$executeRaw`
    UPDATE product SET name_is = e."nameIs", name_en = e."nameEn", description_is = e."descriptionIs", description_en = e."descriptionEn", price = e.price,
      vat_rate = e."vatRate", weight = e.weight, category_id = e."categoryId", drawing = e.drawing, hidden = e.hidden, garment = e.garment, colour = e.colour, search_text = e."searchText"
    FROM jsonb_to_recordset(${JSON.stringify(part)}::jsonb) AS e(id int, "nameIs" text, "nameEn" text, "descriptionIs" text, "descriptionEn" text, price int,
      "vatRate" int, weight int, "categoryId" int, drawing text, hidden boolean, garment text, colour text, "searchText" text)
    WHERE product.id = e.id`,
  )
}

async function addSizes(tx: Tx, sizes: readonly NewSize[]): Promise<void> {
  await inParts(sizes, async (part) => {
    const data = part.map(({ slug, sku, ...row }) => ({ ...row, sku: sku ?? skuFor(slug, row.size) }))
    const { count } = await tx.variant.createMany({ data, skipDuplicates: true })
    if (count < data.length) throw new Overtaken('an item number was taken meanwhile')
  })
}

/** Writes what was planned; the answer names the new products, in the plan's order. */
export async function writePlan(tx: Tx, plan: Plan): Promise<readonly { id: number; slug: string }[]> {
  const counts = plan.counts.map(({ variant, counted }) => ({ id: variant.id, counted }))
  await inParts(counts, (part) =>
    tx.$executeRaw(Prisma.sql`
    UPDATE variant SET on_hand = c.counted FROM jsonb_to_recordset(${JSON.stringify(part)}::jsonb) AS c(id int, counted int) WHERE variant.id = c.id`),
  )
  await editProducts(tx, plan)
  const made = await createProducts(tx, plan)
  await addSizes(tx, [
    ...plan.addSizes.map(({ product, position, size: { size, sku, counted } }) => ({
      productId: product.id,
      slug: product.slug,
      size,
      sku,
      position,
      onHand: counted ?? 0,
    })),
    ...plan.create.flatMap(({ wish }, at) =>
      wish.sizes.map(({ size, sku, counted }, position) => ({
        productId: made[at]?.id ?? 0,
        slug: made[at]?.slug ?? '',
        size,
        sku,
        position,
        onHand: counted ?? 0,
      })),
    ),
  ])
  return made
}
