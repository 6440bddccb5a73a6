// Next's `cacheHandler`: where the server keeps finished pages, and when one is still right. Next loads this file as
// it is, beside the bundle, so it is plain JavaScript and reads its own settings.
import nextsOwn from 'next/dist/server/lib/incremental-cache/file-system-cache.js'
import { momentOf } from './moment.mjs'
import { opened } from './open.mjs'
import { tellShown } from './shown.mjs'

// Next also bundles this file into the proxy, where a module of CommonJS looks otherwise.
const FileSystemCache = nextsOwn.default ?? nextsOwn
const tagsHeader = 'x-next-cache-tags'
const isBuild = process.env.NEXT_PHASE === 'phase-production-build'

export default class PageCacheHandler {
  constructor(context) {
    this.serverDistDir = context.serverDistDir
    // Holds the pages made at build, which show nothing of the database.
    this.fromBuild = new FileSystemCache(context)
  }

  get #shared() {
    return opened(this.serverDistDir)
  }

  async get(key, context) {
    if (isBuild) return this.fromBuild.get(key, context)
    if (context.kind === 'FETCH') return null
    const { store, changes } = this.#shared
    const kept = await store.get(key)
    if (!kept) return this.fromBuild.get(key, context)
    await changes.current()
    if (changes.isFresh(kept.moment, kept.tags)) {
      tellShown(kept)
      return kept.page
    }
    // Made anew before it is shown; only this instance's copy goes.
    await store.drop(key)
    return null
  }

  async set(key, value, context) {
    if (isBuild) return this.fromBuild.set(key, value, context)
    const tags = value?.headers?.[tagsHeader]
    // Only whole pages that say when they were read: not what is missing, so that made-up addresses fill no disk.
    if (value?.kind !== 'APP_PAGE' || (value.status ?? 200) !== 200 || typeof tags !== 'string') return
    const { store, changes } = this.#shared
    await changes.current()
    const { moment, shown } = momentOf(tags.split(','))
    if (!moment || !changes.world) return
    const page = { value, lastModified: Date.now(), cacheControl: context.cacheControl }
    await store.put(key, { page, moment: { ...moment, world: changes.world }, tags: shown })
  }

  /** revalidateTag and revalidatePath, for every instance. */
  async revalidateTag(tags) {
    if (isBuild) return
    await this.#shared.query('INSERT INTO page_change (tag) SELECT unnest($1::text[])', [[tags].flat()])
  }

  resetRequestCache() {}
}
