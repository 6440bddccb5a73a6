// Lists in order of a moment and an id are paged by where the last page ended: the thousandth page costs what the first does.

export type Key = { readonly at: Date; readonly id: string }
/** Where a page begins: after a key, before one, or at the top. */
export type Position = { readonly direction: 'after' | 'before'; readonly key: Key } | null

export const writeKey = ({ at, id }: Key): string => `${at.getTime()}.${id}`

/** Whatever an address says, a list begins somewhere: what is no key is the top. `id` is the shape of an id. */
export function readKeyset(query: { after?: unknown; before?: unknown }, id: RegExp): Position {
  for (const direction of ['after', 'before'] as const) {
    const text = query[direction]
    const [, at = '', rest = ''] = (typeof text === 'string' && /^(\d{1,14})\.(.+)$/.exec(text)) || []
    if (at && id.test(rest)) return { direction, key: { at: new Date(Number(at)), id: rest } }
  }
  return null
}

/** A page of the rows read for it, one more than fit telling whether the list goes on; read towards the top they come in backwards. */
export function toPage<T>(found: readonly T[], position: Position, keyOf: (row: T) => Key, size: number) {
  const more = found.length > size
  const backwards = position?.direction === 'before'
  const rows = backwards ? found.slice(0, size).toReversed() : found.slice(0, size)
  const first = rows[0]
  const last = rows.at(-1)
  return {
    rows,
    after: last && (backwards || more) ? writeKey(keyOf(last)) : null,
    before: first && (backwards ? more : position) ? writeKey(keyOf(first)) : null,
  }
}
