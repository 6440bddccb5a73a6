// Finished pages as they went out: sent again, packed as they are, until something they show changes.
import { Shelf } from '../page-cache/shelf.mjs'
import { whatIsShown } from '../page-cache/shown.mjs'
import { isPage, pack, packSmaller, send } from './answer.mjs'
import { collect } from './collect.mjs'
import { apart, calling } from './flight.mjs'
import { askAsNobody, flightAsked, flightOf, flightVersion, keyOf } from './request.mjs'

const keptBytes = 48 * 1024 * 1024
const replacedBytes = 2 * 1024 * 1024
/** So long after a page has changed a browser that was sent it before may still ask for its data. */
const replacedMs = 15_000
/** Asked for so many times, a page is worth packing as small as it gets. */
const often = 20

/**
 * @param {object} options
 * @param {import('../page-cache/changes.mjs').Changes} options.changes
 * @param {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => Promise<unknown>} options.render
 * @param {(html: string) => Promise<string>} options.withFirstPaint
 */
export function finishedPages({ changes, render, withFirstPaint }) {
  const shelf = new Shelf(keptBytes)
  const replaced = new Shelf(replacedBytes)
  const making = new Map()
  /** One page at a time, so that the rest of the processor goes on answering. */
  let packing = Promise.resolve()

  async function find(key) {
    const kept = shelf.get(key)
    if (!kept) return null
    if (kept.shown.length) await changes.current()
    if (kept.shown.every(({ moment, tags }) => changes.isFresh(moment, tags))) {
      // What can't be packed smaller goes on as it is.
      if (++kept.asked === often) packing = packing.then(() => makeSmall(kept)).catch(() => {})
      return kept
    }
    shelf.drop(key)
    if (kept.flight) remember(key, kept.flight)
    return null
  }

  async function makeSmall(kept) {
    kept.packed = await packSmaller(kept.packed)
    if (kept.flight) kept.flight = await packSmaller(kept.flight)
  }

  function remember(key, flight) {
    replaced.put(key, flight, flight.bytes)
    setTimeout(() => replaced.get(key) === flight && replaced.drop(key), replacedMs).unref()
  }

  async function keep(key, { status, headers }, { packed, flight }, told) {
    const never = status !== 200 || headers['set-cookie']
    if (never || !(told.length || /\bimmutable\b/.test(String(headers['cache-control'])))) return
    await changes.current()
    const shown = told.map(({ moment, tags }) => ({ moment: { world: changes.world, ...moment }, tags }))
    // Said as Next says it of the pages it keeps.
    const again = { ...packed, headers: { ...packed.headers, 'x-nextjs-cache': 'HIT' } }
    shelf.put(key, { packed: again, flight, shown, asked: 0 }, packed.bytes + (flight?.bytes ?? 0))
  }

  async function make(key, request, response, toSend = ({ packed }) => packed) {
    const { headers: asked } = request
    askAsNobody(request)
    let made = null
    const told = await whatIsShown(async () => {
      made = await collect(response, () => render(request, response))
    })
    if (!made) return
    const parts = await partsOf(key, made)
    await keep(key, made, parts, told)
    await send(asked, response, toSend(parts), made.status)
  }

  /** A page is sent in two: what is seen of it, and its data. Whatever else there is goes as it is. */
  async function partsOf(key, { status, headers, takeBody }) {
    const body = takeBody()
    const two = status === 200 && isPage(headers) ? apart(body.toString()) : null
    if (!two) return { packed: await pack(headers, body) }
    const flight = await pack(asData, Buffer.from(two.flight))
    const html = await withFirstPaint(calling(two.html, flightOf(key, flight.etag)))
    // Next's own, where it sends one, names the stylesheet that nobody waits for any more.
    return { packed: await pack({ ...headers, link: undefined }, Buffer.from(html)), flight }
  }

  /**
   * The data of a page: of the page as it is now, when the one that asked for it is not known any more. React mends
   * what then differs.
   */
  async function answerFlight({ key, version }, request, response) {
    const isIt = (flight) => version === flightVersion(flight.etag)
    const now = ({ packed, flight }) => {
      if (!flight) return packed
      return isIt(flight) ? flight : { ...flight, headers: { ...flight.headers, 'cache-control': 'no-store' } }
    }
    await making.get(key)
    const kept = await find(key)
    const before = replaced.get(key)
    if (before && isIt(before)) return send(request.headers, response, before, 200)
    if (kept) return send(request.headers, response, now(kept), 200)
    request.url = key
    return make(key, request, response, now)
  }

  return async function answer(request, response) {
    const wanted = flightAsked(request)
    if (wanted) return answerFlight(wanted, request, response)
    const key = keyOf(request)
    if (!key) return render(request, response)
    // Who comes while a page is being made waits for it: a page that many look at is made once, not once for each.
    await making.get(key)
    const kept = await find(key)
    if (kept) return send(request.headers, response, kept.packed, 200)
    if (request.method === 'HEAD') return render(request, response)
    const made = make(key, request, response)
    const settled = made.catch(() => {}).then(() => making.get(key) === settled && making.delete(key))
    making.set(key, settled)
    return made
  }
}

const asData = {
  'content-type': 'application/json',
  'cache-control': 'public, max-age=31536000, immutable',
  'x-content-type-options': 'nosniff',
}
