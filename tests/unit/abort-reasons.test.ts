import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, expect, test } from 'vitest'
import { letGoOfAborted } from '../../lib/front/abort-reasons.mjs'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void
const { abort } = AbortController.prototype
afterAll(() => {
  AbortController.prototype.abort = abort
})

class Render {
  over(cache: AbortController) {
    cache.abort(new Error('The render is over.'))
  }
}

/** A cache signal that outlives its render. */
function rendered() {
  const cache = new AbortController()
  const render = new Render()
  render.over(cache)
  return { cache, render: new WeakRef(render) }
}

const isHeld = async ({ cache, render }: ReturnType<typeof rendered>) => {
  await new Promise((resolve) => setTimeout(resolve, 10))
  collectGarbage()
  return cache.signal.aborted && render.deref() !== undefined
}

test('what aborted a signal is held by it no longer than its error is unread', async () => {
  const before = rendered()
  expect(await isHeld(before)).toBe(true)
  letGoOfAborted()
  const since = rendered()
  expect(await isHeld(since)).toBe(false)
  expect(await isHeld(before)).toBe(true)
})

test('a signal is aborted with the reason it is given, or with the platform’s own', () => {
  letGoOfAborted()
  const [given, none, nothing] = [new AbortController(), new AbortController(), new AbortController()]
  given.abort('enough')
  none.abort()
  nothing.abort(null)
  expect(given.signal.reason).toBe('enough')
  expect(none.signal.reason).toMatchObject({ name: 'AbortError' })
  expect(nothing.signal.reason).toBeNull()
})
