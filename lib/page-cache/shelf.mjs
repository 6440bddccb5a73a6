/** Things up to a number of bytes; what was longest not asked for makes room. */
export class Shelf {
  #things = new Map()
  #bytes = 0

  /** @param {number} cap bytes */
  constructor(cap) {
    this.cap = cap
  }

  get bytes() {
    return this.#bytes
  }

  /** What is kept under the key, which thereby was asked for last, or undefined. */
  get(key) {
    const found = this.#things.get(key)
    if (!found) return undefined
    this.#things.delete(key)
    this.#things.set(key, found)
    return found.thing
  }

  /** Keeps it; answers the keys that had to go. */
  put(key, thing, bytes) {
    this.drop(key)
    if (bytes > this.cap) return [key]
    this.#things.set(key, { thing, bytes })
    this.#bytes += bytes
    const gone = []
    for (const oldest of this.#things.keys()) {
      if (this.#bytes <= this.cap) break
      this.drop(oldest)
      gone.push(oldest)
    }
    return gone
  }

  drop(key) {
    this.#bytes -= this.#things.get(key)?.bytes ?? 0
    this.#things.delete(key)
  }

  empty() {
    this.#things.clear()
    this.#bytes = 0
  }
}
