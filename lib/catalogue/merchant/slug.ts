import { randomBytes } from 'node:crypto'
import type { Tx } from '@/lib/db'
import { fold } from '../fold'

const longestSlug = 80

/** A name as an address: "Þoka í dal" becomes "thoka-i-dal". */
export function slugOf(name: string): string {
  const slug = fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestSlug)
    .replace(/^-+|-+$/g, '')
  return slug || 'vara'
}

/** The name's address, with a number where others have it already. Whoever takes it first has it: the index decides. */
export async function freeSlug(tx: Tx, name: string): Promise<string> {
  const base = slugOf(name)
  const wanted = [base, ...Array.from({ length: 98 }, (_, at) => `${base}-${at + 2}`)]
  const taken = new Set((await tx.product.findMany({ where: { slug: { in: wanted } }, select: { slug: true } })).map(({ slug }) => slug))
  return wanted.find((slug) => !taken.has(slug)) ?? `${base}-${randomBytes(5).toString('hex')}`
}
