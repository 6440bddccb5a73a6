import { fold } from './fold'

/** More words than this narrow nothing any further and only cost. */
const most = 6

/** What somebody typed, as the words the search column holds: folded to a-z and 0-9, none of them special to SQL. */
export function searchWords(typed: string): string[] {
  const found = fold(typed.slice(0, 120)).match(/[a-z0-9]+/g) ?? []
  return [...new Set(found)].slice(0, most)
}
