// Finished pages as they went out: sent again, packed as they are, until something they show changes.
import { Shelf } from '../page-cache/shelf.mjs'
import { whatIsShown } from '../page-cache/shown.mjs'
import { pack, send } from './answer.mjs'
import { collect } from './collect.mjs'
import { askAsNobody, keyOf } from './request.mjs'

const keptBytes = 48 * 1024 * 1024

/**
 * @param {object} options
 * @param {import('../page-cache/changes.mjs').Changes} options.changes
 * @param {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => Promise<unknown>} options.render
 */
export function finishedPages({ changes, render }) {
  const shelf = new Shelf(keptBytes)
  const making = new Map()

  async function find(key) {
    const kept = shelf.get(key)
    if (!kept) return null
    if (kept.shown.length) await changes.current()
    if (kept.shown.every(({ moment, tags }) => changes.isFresh(moment, tags))) return kept.packed
    shelf.drop(key)
    return null
  }

  async function keep(key, { status, headers }, packed, told) {
    const never = status !== 200 || headers['set-cookie']
    if (never || !(told.length || /\bimmutable\b/.test(String(headers['cache-control'])))) return
    await changes.current()
    const shown = told.map(({ moment, tags }) => ({ moment: { world: changes.world, ...moment }, tags }))
    // Said as Next says it of the pages it keeps.
    const again = { ...packed, headers: { ...packed.headers, 'x-nextjs-cache': 'HIT' } }
    shelf.put(key, { packed: again, shown }, packed.bytes)
  }

  async function make(key, request, response) {
    const { headers: asked } = request
    askAsNobody(request)
    let made = null
    const told = await whatIsShown(async () => {
      made = await collect(response, () => render(request, response))
    })
    if (!made) return
    const packed = await pack(made.headers, made.body)
    await keep(key, made, packed, told)
    await send(asked, response, packed, made.status)
  }

  return async function answer(request, response) {
    const key = keyOf(request)
    if (!key) return render(request, response)
    // Who comes while a page is being made waits for it: a page that many look at is made once, not once for each.
    await making.get(key)
    const packed = await find(key)
    if (packed) return send(request.headers, response, packed, 200)
    if (request.method === 'HEAD') return render(request, response)
    const made = make(key, request, response)
    const settled = made.catch(() => {}).then(() => making.get(key) === settled && making.delete(key))
    making.set(key, settled)
    return made
  }
}
