import pg from 'pg'

/** A question as it went to the database. */
export type Asked = { readonly text: string; readonly values: readonly unknown[] }

type Config = { text?: unknown; values?: unknown }

/** Everything the shop's own code asks while `work` runs, taken where it leaves for the database. */
export async function recorded(work: () => Promise<unknown>): Promise<Asked[]> {
  const asked: Asked[] = []
  const query = pg.Client.prototype.query as (...args: unknown[]) => unknown
  const listen = function (this: unknown, ...args: unknown[]) {
    const [first, second] = args
    const { text, values } = typeof first === 'string' ? { text: first, values: second } : ((first ?? {}) as Config)
    if (typeof text === 'string') asked.push({ text, values: Array.isArray(second) ? second : Array.isArray(values) ? values : [] })
    return query.apply(this, args)
  }
  Object.assign(pg.Client.prototype, { query: listen })
  try {
    await work()
  } finally {
    Object.assign(pg.Client.prototype, { query })
  }
  return asked.filter(({ text }) => /^\s*(SELECT|WITH)\b/i.test(text))
}
