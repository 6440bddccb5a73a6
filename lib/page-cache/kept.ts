import { unstable_cache } from 'next/cache'
import { db } from '@/lib/db'
import { onVercel } from '@/lib/env'
import { momentTag } from './moment.mjs'
import { tellTags } from './shown.mjs'

/** What a page may show of the catalogue, in the words of the triggers that write page_change. */
export const shows = {
  /** A product as its page and the lists show it. */
  product: (id: number) => `product:${id}`,
  /** Which products stand in a category, in what order, and what it is called. */
  category: (slug: string) => `category:${slug}`,
  /** Any product of a category. */
  cards: (slug: string) => `cards:${slug}`,
  /** Which categories there are. */
  categories: 'categories',
}

/** Where no server of ours keeps the pages, each is made anew after so many seconds at most. */
const withoutHandler = 30

/**
 * Reads what a page of the catalogue shows, and writes down on the page what that is, so that it is kept until some of
 * it changes. A page reads nothing from the database before this, and nothing that this does not name.
 */
export async function keptUntilChanged<T>(reading: () => Promise<T>, whatItShows: (read: T) => readonly string[]): Promise<T> {
  // Before the reading: what changes after this moment may have been missed by it.
  const moment = await presentMoment()
  const read = await reading()
  const tags = [moment, ...new Set(whatItShows(read))]
  tellTags(tags)
  await tagPage(tags)
  return read
}

async function presentMoment(): Promise<string> {
  const [now] = await db().$queryRaw<[{ horizon: string; seconds: bigint }]>`
    SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS horizon, extract(epoch FROM now())::bigint AS seconds`
  return momentTag(now.horizon, now.seconds)
}

/** Next has no other way to tag a page (without cacheComponents) than by something cached in it: here, nothing. */
const tagPage = (tags: string[]) =>
  unstable_cache(() => Promise.resolve(true), ['page-tags'], { tags, revalidate: onVercel ? withoutHandler : false })()
