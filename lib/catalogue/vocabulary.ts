import { db, Prisma } from '@/lib/db'

/** One place in a search that something must stand in: any of these words, or what begins with the last one typed. */
export type Term = {
  readonly words: readonly string[]
  /** Whatever begins with this fits too. */
  readonly beginning: string | null
  /** At most so many products have it: the sum over its words. */
  readonly frequency: number
  readonly corrected: boolean
}

/** Words that begin alike are counted up to here: one letter begins thousands, and by then they are common. */
export const mostCounted = 500

export const wordQuery = (word: string) => Prisma.sql`
  SELECT word, frequency FROM search_word WHERE word = ${word} AND frequency > 0`

/** Folded words are a to z and 0 to 9: all that begin so lie between it and it with a tilde behind. */
export const beginningQuery = (beginning: string) => Prisma.sql`
  SELECT word, frequency FROM search_word
  WHERE word COLLATE "C" >= ${beginning} AND word COLLATE "C" < ${`${beginning}~`} AND frequency > 0
  LIMIT ${mostCounted}::int`

/** What a slip of the finger may have meant: the word most like it, of two alike ones the more common. */
export const likenessQuery = (word: string) => Prisma.sql`
  SELECT word, frequency FROM search_word WHERE word % ${word} AND frequency > 0
  ORDER BY similarity(word, ${word}) DESC, frequency DESC, word LIMIT 1`

type Row = { word: string; frequency: number }

/** A typed word as the catalogue knows it, or null when it knows nothing like it. */
export async function findTerm(typed: string, isBeginning: boolean): Promise<Term | null> {
  const rows = await db().$queryRaw<Row[]>(isBeginning ? beginningQuery(typed) : wordQuery(typed))
  if (rows.length) {
    const common = rows.toSorted((a, b) => b.frequency - a.frequency)
    const counted = rows.reduce((sum, row) => sum + row.frequency, 0)
    const frequency = rows.length < mostCounted ? counted : Infinity
    return { words: common.slice(0, 30).map(({ word }) => word), beginning: isBeginning ? typed : null, frequency, corrected: false }
  }
  const [meant] = await db().$queryRaw<Row[]>(likenessQuery(typed))
  return meant ? { words: [meant.word], beginning: null, frequency: meant.frequency, corrected: true } : null
}
