import { pool } from '../db.mjs'

export const dynamic = 'force-dynamic'

/** One row by its key. */
export async function GET() {
  const { rows } = await pool.query('SELECT id, slug, price FROM product WHERE id = (SELECT min(id) FROM product)')
  return Response.json(rows[0] ?? null, { headers: { 'Cache-Control': 'no-store' } })
}
