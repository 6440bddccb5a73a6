// What the answer under way shows of the catalogue, told to whoever keeps answers. It travels beside the request and
// not through a module: Next bundles the pages, and a bundle has modules of its own.
import { AsyncLocalStorage } from 'node:async_hooks'
import { momentOf } from './moment.mjs'

const key = Symbol.for('lykkja.shown')

/** @typedef {{ moment: { horizon: bigint, madeAt: number }, tags: readonly string[] }} Shown */

/**
 * Runs it and answers what was told meanwhile.
 * @param {() => Promise<unknown>} answering
 * @returns {Promise<readonly Shown[]>}
 */
export async function whatIsShown(answering) {
  const storage = (globalThis[key] ??= new AsyncLocalStorage())
  const told = []
  await storage.run(told, answering)
  return told
}

/** @param {Shown} shown */
export const tellShown = ({ moment, tags }) => void globalThis[key]?.getStore()?.push({ moment, tags })

/** The same in the words a page has for it. @param {readonly string[]} tags */
export function tellTags(tags) {
  const { moment, shown } = momentOf(tags)
  if (moment) tellShown({ moment, tags: shown })
}
