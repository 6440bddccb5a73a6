// The two databases, read without the shop's own code: the checker must not share the mistakes of what it checks.
import pg from 'pg'

const pool = (url: string | undefined, max: number) => {
  const made = new pg.Pool({ connectionString: url, max })
  // Clusters are killed here on purpose.
  made.on('error', () => undefined)
  return made
}

let shopPool: pg.Pool | undefined
let providerPool: pg.Pool | undefined

type Rows = <T extends object>(text: string, values?: readonly unknown[]) => Promise<T[]>

/** The shop's database. */
export const shop: Rows = async (text, values = []) => (await (shopPool ??= pool(process.env.DATABASE_URL, 6)).query(text, [...values])).rows
/** The provider's, as the sandbox keeps it: the truth about money. */
export const provider: Rows = async (text, values = []) => (await (providerPool ??= pool(process.env.SANDBOX_DATABASE_URL, 6)).query(text, [...values])).rows

export async function closeDatabases(): Promise<void> {
  await shopPool?.end()
  await providerPool?.end()
}
