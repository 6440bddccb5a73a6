import { z } from 'zod'
import { decode } from '@/lib/drawing/spec'
import { fold } from '../../fold'
import { countText, productShape, sizeName, skuText, versionText, type ProductFields } from '../fields'
import { columns, productColumns, type Column, type LineError } from './columns'
import type { Line } from './read-table'

export type SizeWish = {
  readonly line: number
  readonly sku: string | null
  readonly size: string
  /** What the file was told the shelf holds. */ readonly onHand: number | null
  readonly counted: number | null
}

/** What the lines of one product ask for. */
export type Wish = {
  readonly line: number
  /** Null: made of the Icelandic name. */
  readonly slug: string | null
  /** Null for a new product. */
  readonly version: number | null
  /** Null where some of them can't be read, which is told already. */
  readonly fields: ProductFields | null
  readonly category: string
  readonly drawing: string
  /** Null: nothing is said about it. */
  readonly hidden: boolean | null
  readonly sizes: readonly SizeWish[]
}

const slugText = z
  .string()
  .max(120, 'slug')
  .regex(/^[a-z0-9-]+$/, 'slug')

const yesOrNo = z
  .string()
  .toLowerCase()
  .pipe(z.enum(['yes', 'no'], 'yes_or_no'))
  .transform((said) => said === 'yes')

const ofProduct = [
  'slug',
  'drawing',
  'hidden',
  'version',
  ...(Object.keys(productColumns) as (keyof typeof productColumns)[]),
] as const satisfies readonly Column[]
const ofSize = ['sku', 'size', 'on_hand', 'counted'] as const satisfies readonly Column[]

/** The lines of each product, in the file's order; those without an address go by their name. */
function grouped(lines: readonly Line[]): Line[][] {
  const groups = new Map<string, Line[]>()
  for (const line of lines) {
    const slug = line.cells.slug.trim()
    const key = slug ? `slug ${slug}` : `name ${line.cells.name_is.trim()}`
    groups.set(key, [...(groups.get(key) ?? []), line])
  }
  return [...groups.values()]
}

class Errors {
  readonly found: LineError[] = []
  add(line: number, column: Column | '', problem: string): null {
    this.found.push({ line, column, problem })
    return null
  }
  /** The value a cell stands for, or null and an error; an empty cell is null. */
  read<T>({ line, cells }: Line, column: Column, shape: z.ZodType<T, string>): T | null {
    const text = cells[column].trim()
    if (!text) return null
    const parsed = shape.safeParse(text)
    return parsed.success ? parsed.data : this.add(line, column, parsed.error.issues[0]?.message ?? 'strange')
  }
}

function fieldsOf({ line, cells }: Line, errors: Errors): ProductFields | null {
  const names = Object.entries(productColumns) as [keyof typeof productColumns, keyof ProductFields][]
  const parsed = productShape.safeParse(Object.fromEntries(names.map(([column, field]) => [field, cells[column]])))
  if (parsed.success) return parsed.data
  const seen = new Set<unknown>()
  for (const { path, message } of parsed.error.issues) {
    const column = names.find(([, field]) => field === path[0])?.[0]
    // Which categories there are is known where the file is compared.
    if (column && !seen.has(column) && (column !== 'category' || !cells.category.trim()))
      errors.add(line, column, cells[column].trim() ? message : 'missing')
    seen.add(column)
  }
  return null
}

function sizesOf(lines: readonly Line[], errors: Errors): SizeWish[] {
  const sizes: SizeWish[] = []
  for (const each of lines) {
    // A product without sizes has a line of its own.
    if (ofSize.every((column) => !each.cells[column].trim())) {
      if (lines.length > 1) errors.add(each.line, 'size', 'missing')
      continue
    }
    const sku = errors.read(each, 'sku', skuText)
    const size = errors.read(each, 'size', sizeName)
    const onHand = errors.read(each, 'on_hand', countText)
    const counted = errors.read(each, 'counted', countText)
    if (size === null) {
      if (!each.cells.size.trim()) errors.add(each.line, 'size', 'missing')
      continue
    }
    if (sizes.some((other) => fold(other.size) === fold(size))) errors.add(each.line, 'size', 'size_twice')
    else sizes.push({ line: each.line, sku, size, onHand, counted })
  }
  return sizes
}

function wishOf(lines: readonly Line[], errors: Errors): Wish | null {
  const [first, ...others] = lines
  if (!first) return null
  for (const { line, cells } of others) {
    for (const column of ofProduct) {
      const said = cells[column].trim()
      if (said && said !== first.cells[column].trim()) errors.add(line, column, 'differs')
    }
  }
  const slug = errors.read(first, 'slug', slugText)
  // What it is of is not known: nothing more can be said of it.
  if (slug === null && first.cells.slug.trim()) return null
  const version = errors.read(first, 'version', versionText)
  const fields = fieldsOf(first, errors)
  const sizes = sizesOf(lines, errors)
  const drawing = first.cells.drawing.trim()
  const hidden = errors.read(first, 'hidden', yesOrNo)
  return { line: first.line, slug, version, fields, category: first.cells.category.trim(), drawing, hidden, sizes }
}

/** What a file asks for, and all that is wrong with its lines by themselves. */
export function readWishes(lines: readonly Line[]): { wishes: readonly Wish[]; errors: readonly LineError[] } {
  const errors = new Errors()
  const wishes = grouped(lines).flatMap((group) => wishOf(group, errors) ?? [])
  const skus = new Map<string, number>()
  for (const { sku, line } of wishes.flatMap(({ sizes }) => sizes)) {
    if (sku !== null && skus.has(sku)) errors.add(line, 'sku', 'sku_twice')
    if (sku !== null) skus.set(sku, line)
  }
  return { wishes, errors: errors.found }
}

/** In the order of the file. */
export const inOrder = (errors: readonly LineError[]): LineError[] =>
  errors.toSorted((a, b) => a.line - b.line || columns.indexOf(a.column as Column) - columns.indexOf(b.column as Column))

export const isDrawing = (text: string): boolean => decode(text) !== null
