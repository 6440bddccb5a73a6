// Pages kept by this instance: those asked for last in memory, more of them on disk, both within a cap. Nothing here
// need survive: a page that is not found is made again.
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { deserialize, serialize } from 'node:v8'
import { gunzip, gzip } from 'node:zlib'
import { Shelf } from './shelf.mjs'

const pack = async (entry) => {
  const raw = serialize(entry)
  return { size: raw.length, packed: await promisify(gzip)(raw, { level: 3 }) }
}

const fileOf = (key) => `${createHash('sha256').update(key).digest('hex').slice(0, 40)}.page`
const draft = /\.draft$/
const draftIsDeadMs = 10 * 60_000

export class PageStore {
  #memory
  #disk
  #folder
  #tell
  #counted = null
  #writtenSinceCount = 0
  #drafts = 0

  /** @param {{ folder: string, memoryBytes: number, diskBytes: number, tell: (error: unknown) => void }} options */
  constructor({ folder, memoryBytes, diskBytes, tell }) {
    this.#folder = folder
    this.#tell = tell
    this.#memory = new Shelf(memoryBytes)
    this.#disk = diskBytes > 0 ? new Shelf(diskBytes) : null
  }

  /** The entry kept under the key, or null. */
  async get(key) {
    const near = this.#memory.get(key)
    if (near) return near
    if (!this.#disk) return null
    const file = fileOf(key)
    try {
      const raw = await promisify(gunzip)(await readFile(path.join(this.#folder, file)))
      const entry = deserialize(raw)
      this.#memory.put(key, entry, raw.length)
      this.#disk.get(file)
      // So that the next start, too, knows it as lately used.
      const now = new Date()
      utimes(path.join(this.#folder, file), now, now).catch(() => {})
      return entry
    } catch (error) {
      // Torn by a crash, or written by another Node: as good as not there.
      if (error.code !== 'ENOENT') await this.drop(key)
      return null
    }
  }

  async put(key, entry) {
    const { size, packed } = await pack(entry)
    if (this.#disk && packed.length <= this.#disk.cap) await this.#write(fileOf(key), packed)
    this.#memory.put(key, entry, size)
  }

  async #write(file, packed) {
    try {
      await this.#count()
      const unfinished = path.join(this.#folder, `${file}.${process.pid}-${this.#drafts++}.draft`)
      await writeFile(unfinished, packed)
      await rename(unfinished, path.join(this.#folder, file))
      this.#writtenSinceCount += packed.length
      await this.#remove(this.#disk.put(file, packed, packed.length))
    } catch (error) {
      // A full or read-only disk: the memory serves alone.
      this.#tell(error)
    }
  }

  async drop(key) {
    this.#memory.drop(key)
    this.#disk?.drop(fileOf(key))
    if (this.#disk) await this.#remove([fileOf(key)])
  }

  #remove = (files) => Promise.all(files.map((file) => rm(path.join(this.#folder, file), { force: true }).catch(this.#tell)))

  /** Looks at what is there: at the start, and again now and then, for another instance may write to the same folder. */
  async #count() {
    if (this.#counted && this.#writtenSinceCount < this.#disk.cap / 4) return this.#counted
    this.#writtenSinceCount = 0
    return (this.#counted = this.#look().catch((error) => {
      this.#counted = null
      throw error
    }))
  }

  async #look() {
    await mkdir(this.#folder, { recursive: true })
    const found = []
    for (const file of await readdir(this.#folder)) {
      const about = await stat(path.join(this.#folder, file)).catch(() => null)
      if (!about) continue
      if (!draft.test(file)) found.push({ file, size: about.size, used: about.mtimeMs })
      else if (Date.now() - about.mtimeMs > draftIsDeadMs) await this.#remove([file])
    }
    this.#disk.empty()
    for (const { file, size } of found.sort((a, b) => a.used - b.used)) await this.#remove(this.#disk.put(file, true, size))
  }
}
