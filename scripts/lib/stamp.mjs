// Whether something made earlier still fits what it was made from: a hash of the sources beside the product.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './root.mjs'

function* filesIn(entry, skip) {
  const full = path.join(root, entry)
  const stat = statSync(full, { throwIfNoEntry: false })
  if (!stat || skip.includes(entry)) return
  if (!stat.isDirectory()) return yield entry
  for (const name of readdirSync(full).sort()) yield* filesIn(path.join(entry, name), skip)
}

/** A hash over files, folders and plain texts. */
export function fingerprint(entries, { skip = [], texts = [] } = {}) {
  const hash = createHash('sha256')
  for (const entry of entries) {
    for (const file of filesIn(entry, skip))
      hash
        .update(`${file}\0`)
        .update(readFileSync(path.join(root, file)))
        .update('\0')
  }
  for (const text of texts) hash.update(`${text}\0`)
  return hash.digest('hex')
}

export function isStamped(file, print) {
  try {
    return readFileSync(path.join(root, file), 'utf8') === print
  } catch {
    return false
  }
}

export const stamp = (file, print) => writeFileSync(path.join(root, file), print)
