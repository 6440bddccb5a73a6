// A page tells the cache when it was read in the same words as what it shows: as a tag, the only thing that travels
// from a page to Next's cache handler.

const written = /^read:(\d+):(\d+)$/

/** The tag of a moment: the oldest transaction still open then, and the database's clock in seconds. */
export const momentTag = (horizon, seconds) => `read:${horizon}:${seconds}`

/**
 * The earliest moment among the tags, and those that are no moment.
 * @param {readonly string[]} tags
 */
export function momentOf(tags) {
  const moments = tags.flatMap((tag) => {
    const [, horizon, seconds] = written.exec(tag) ?? []
    return horizon ? [{ horizon: BigInt(horizon), madeAt: Number(seconds) }] : []
  })
  const [first, ...others] = moments
  const moment = first && others.reduce((a, b) => (b.horizon < a.horizon ? b : a), first)
  return { moment: moment ?? null, shown: tags.filter((tag) => !written.test(tag)) }
}
