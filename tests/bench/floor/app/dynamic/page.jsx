import { pool } from '../db.mjs'

export const dynamic = 'force-dynamic'

/** Twenty-four products by one indexed query, made anew for every request. */
export default async function Page() {
  const { rows } = await pool.query('SELECT id, slug, name_is AS name, price FROM product ORDER BY id LIMIT 24')
  return (
    <main>
      <h1>Products</h1>
      <ul>
        {rows.map(({ id, slug, name, price }) => (
          <li key={id}>
            <a href={`/p/${slug}`}>{name}</a> <b>{price} kr.</b>
          </li>
        ))}
      </ul>
    </main>
  )
}
