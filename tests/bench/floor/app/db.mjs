import pg from 'pg'

/** One pool, as large as the shop's. */
export const pool = (globalThis.floorPool ??= new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 15 }))
