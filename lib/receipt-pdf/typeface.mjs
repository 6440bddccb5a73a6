// The shop's typeface in a PDF: a text may need several of its files, since each holds the letters of some languages.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const family = '@fontsource/bricolage-grotesque'
const weights = { plain: 400, strong: 600 }
/** The first that has a letter writes it. */
const parts = ['latin', 'latin-ext', 'vietnamese']

const ranges = Object.entries(require(`${family}/unicode.json`)).map(([part, text]) => [
  part,
  text.split(',').map((range) => {
    const [from, to = from] = range.replace('U+', '').split('-')
    return [parseInt(from, 16), parseInt(to, 16)]
  }),
])
const rangesOf = Object.fromEntries(ranges)

const partOf = (sign) => {
  const code = sign.codePointAt(0)
  return parts.find((part) => rangesOf[part].some(([from, to]) => code >= from && code <= to)) ?? 'latin'
}

/** Tells a document of the files; each is read when it is first needed. */
export function typeface(doc) {
  const known = new Set()

  function choose(part, { strong, size }) {
    const weight = strong ? weights.strong : weights.plain
    const name = `${part}-${weight}`
    if (!known.has(name)) doc.registerFont(name, readFileSync(require.resolve(`${family}/files/bricolage-grotesque-${name}-normal.woff`)))
    known.add(name)
    return doc.font(name).fontSize(size)
  }

  function runs(text) {
    const found = []
    for (const sign of text) {
      const part = partOf(sign)
      const last = found.at(-1)
      if (last?.part === part) last.text += sign
      else found.push({ part, text: sign })
    }
    return found
  }

  // Figures of one width, so that amounts stand under each other.
  const features = ['tnum']
  const widthOfRun = ({ part, text }, style) => choose(part, style).widthOfString(text, { features })
  const widthOf = (text, style) => runs(text).reduce((sum, run) => sum + widthOfRun(run, style), 0)

  /** Writes one line from its upper left corner. */
  function write(text, x, y, style) {
    let at = x
    for (const run of runs(text)) {
      choose(run.part, style).fillColor(style.colour).text(run.text, at, y, { lineBreak: false, features })
      at += widthOfRun(run, style)
    }
  }

  /** The lines a text takes in this width; a word that is wider is broken where it must be. */
  function wrap(text, width, style) {
    const lines = []
    let line = ''
    for (const word of text.split(/[^\S\u00a0]+/).filter(Boolean)) {
      const longer = line ? `${line} ${word}` : word
      if (widthOf(longer, style) <= width) {
        line = longer
        continue
      }
      if (line) lines.push(line)
      line = ''
      for (const sign of word) {
        if (line && widthOf(line + sign, style) > width) {
          lines.push(line)
          line = ''
        }
        line += sign
      }
    }
    return line ? [...lines, line] : lines
  }

  return { widthOf, write, wrap }
}
