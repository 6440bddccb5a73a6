import { z } from 'zod'
import { needed } from '@/lib/auth/roles'
import { requireRole } from '@/lib/auth/staff'
import { importProducts, previewImport, type Imported } from '@/lib/catalogue/merchant/csv/import'
import { caps } from '@/lib/catalogue/merchant/csv/read-table'
import { reasonText } from '@/lib/catalogue/merchant/fields'
import { env } from '@/lib/env'
import { isOwnOrigin } from '@/lib/origin'
import { readCapped } from '@/lib/read-capped'

/** More of them nobody reads; that there are more is said. */
const mostErrors = 1_000

const asked = z.discriminatedUnion('do', [z.object({ do: z.literal('look') }), z.object({ do: z.literal('write'), reason: reasonText })])

export type ImportAnswer =
  | Exclude<Imported, { kind: 'wrong' }>
  | (Extract<Imported, { kind: 'wrong' }> & { readonly more: number })
  | { readonly kind: 'refused'; readonly problem: 'foreign_origin' | 'too_large' | 'reason' | 'gone' }

const statuses = { planned: 200, done: 200, wrong: 422, overtaken: 409, refused: 400 } as const

const answer = (said: ImportAnswer, status: number = statuses[said.kind]) =>
  Response.json(said, { status, headers: { 'cache-control': 'private, no-store' } })

/**
 * The bytes of a file of products as the body; `?do=look` says what it would change and every error by line and column,
 * `?do=write&reason=` does it, all or nothing. A server action would be the door, but forms of ours are small.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnOrigin(request.headers, env())) return answer({ kind: 'refused', problem: 'foreign_origin' }, 403)
  const { actor } = await requireRole(needed.editProducts, '/admin/products/import')
  const wish = asked.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!wish.success)
    return answer({ kind: 'refused', problem: wish.error.issues.some(({ path }) => path[0] === 'reason') ? 'reason' : 'gone' })
  const bytes = await readCapped(request, caps.bytes)
  if (!bytes) return answer({ kind: 'refused', problem: 'too_large' }, 413)
  const done = wish.data.do === 'look' ? await previewImport(bytes) : await importProducts(bytes, { actor, reason: wish.data.reason })
  if (done.kind !== 'wrong') return answer(done)
  return answer({ ...done, errors: done.errors.slice(0, mostErrors), more: Math.max(0, done.errors.length - mostErrors) })
}
