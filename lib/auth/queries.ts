import { db } from '@/lib/db'

/** The names behind actors such as "user:…"; whatever is no person of ours is left out. */
export async function namesOfActors(actors: Iterable<string | null>): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(actors)].flatMap((actor) => (actor?.startsWith('user:') ? [actor.slice(5)] : []))
  const people = ids.length ? await db().user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }) : []
  return new Map(people.map(({ id, name }) => [`user:${id}`, name]))
}
