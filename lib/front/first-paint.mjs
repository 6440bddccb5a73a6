// The part of the stylesheet a page is first seen with, in the page itself: nothing is waited for before it is painted.
// The whole sheet comes at the page's end, and says the same again and what else there is.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import Beasties from 'beasties'
import { Shelf } from '../page-cache/shelf.mjs'
import { lean, namesIn } from './lean-styles.mjs'

const link = /<link rel="stylesheet" href="(\/_next\/static\/[\w./-]+\.css)"[^>]*>/g
const styleElement = /<style>([\s\S]*?)<\/style>/g
const keptBytes = 2 * 1024 * 1024

/** @param {string} distDir where the build lies */
export function firstPaint(distDir) {
  const shelf = new Shelf(keptBytes)
  const sheets = new Map()

  async function sheet(href) {
    const known = sheets.get(href)
    if (known) return known
    const file = await readFile(path.join(distDir, href.replace('/_next/', '')), 'utf8')
    // What the sheet names from where it lies, the page names from the root.
    const css = file.replace(/url\((\.\.?\/[^)'"]+)\)/g, (_, from) => `url(${new URL(from, `http://shop${href}`).pathname})`)
    sheets.set(href, css)
    return css
  }

  /** Pages of the same shape, which most products' are, have the same styles. */
  async function stylesOf(html, href) {
    const key = `${href}\n${shapeOf(html)}`
    const kept = shelf.get(key)
    if (kept !== undefined) return kept
    const inlined = await new Inliner(await sheet(href)).process(html.replace(styleElement, ''))
    const styles = lean(Array.from(inlined.matchAll(styleElement), ([, found]) => found).join(''), html)
    shelf.put(key, styles, styles.length + key.length)
    return styles
  }

  /**
   * The page with its first styles inside and its stylesheet at the end. A page without a stylesheet, or with several,
   * stays as it is.
   * @param {string} html
   */
  return async function withFirstPaint(html) {
    const [found, another] = [...html.matchAll(link)]
    const end = html.lastIndexOf('</body>')
    if (!found || another || end < 0) return html
    const [tag, href] = found
    const styles = await stylesOf(html, href)
    // Nothing it says shows yet, and applying it would come between the first picture and its paint.
    const later = tag.replace(/\/?>$/, ' fetchpriority="low"$&')
    return `${html.slice(0, found.index)}<style>${styles}</style>${html.slice(found.index + tag.length, end)}${later}${html.slice(end)}`
  }
}

class Inliner extends Beasties {
  constructor(css) {
    super({ logLevel: 'silent', pruneSource: false, mergeStylesheets: false, preload: 'body', keyframes: 'critical', fonts: false })
    this.css = css
  }

  getCssAsset() {
    return Promise.resolve(this.css)
  }
}

/** Every element that looks like itself once: its name, its classes, and what else stylesheets ask about. */
const shapeOf = (html) =>
  [...new Set([...Array.from(html.matchAll(element), ([, name, attributes]) => name + looks(attributes)), ...namesIn(html)])].join('<')
const element = /<([a-z][\w-]*)((?: [^>]*)?)>/g
const looks = (attributes) =>
  attributes.match(/ (?:(?:class|type)="[^"]*"|(?:hidden|open|checked|disabled|role|style|aria-[a-z]+)(?==|$| ))/g)?.join('') ?? ''
