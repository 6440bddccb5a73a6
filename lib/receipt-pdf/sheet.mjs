// A4 sheets written from above: each block says how high it is and begins a new page when it does not fit. What is to
// be read aloud is tagged (heading, paragraph, table); ornaments, repeated headings and page numbers are not.
import { typeface } from './typeface.mjs'

export const colours = { ink: '#211d1a', muted: '#665e55', line: '#d8d0c2', accent: '#b0361a' }
export const paper = { width: 595.28, height: 841.89, left: 56, top: 52, bottom: 78 }
export const contentWidth = paper.width - 2 * paper.left

const leading = 1.35
const heightOf = (lines, size) => lines.length * size * leading

export function sheetOf(doc) {
  const { widthOf, write, wrap } = typeface(doc)
  const root = doc.struct('Document')
  doc.addStructure(root)
  let y = paper.top

  /** Nothing a reader hears. */
  function ornament(draw) {
    doc.markContent('Artifact', { type: 'Layout' })
    draw()
    doc.endMarkedContent()
  }

  /** To the next page unless there is so much room. */
  function need(height) {
    if (y + height <= paper.height - paper.bottom) return false
    doc.addPage()
    y = paper.top
    return true
  }

  function rule(colour = colours.line, weight = 0.75) {
    ornament(() =>
      doc
        .moveTo(paper.left, y)
        .lineTo(paper.left + contentWidth, y)
        .lineWidth(weight)
        .strokeColor(colour)
        .stroke(),
    )
  }

  function writeLines(lines, { x, width, align }, top, style) {
    lines.forEach((line, i) => {
      const at = align === 'right' ? x + width - widthOf(line, style) : x
      write(line, at, top + i * style.size * leading, style)
    })
  }

  /** A heading or a paragraph in a column; the page goes on beneath it. */
  function paragraph(
    tag,
    text,
    { x = paper.left, width = contentWidth, align = 'left', size = 10, strong = false, colour = colours.ink } = {},
  ) {
    const style = { size, strong, colour }
    const lines = wrap(text, width, style)
    need(heightOf(lines, size))
    root.add(doc.struct(tag, () => writeLines(lines, { x, width, align }, y, style)))
    y += heightOf(lines, size)
  }

  /** Blocks side by side, each written from the same height; the page goes on beneath the longest. */
  function beside(...blocks) {
    const top = y
    let lowest = y
    for (const block of blocks) {
      y = top
      block()
      lowest = Math.max(lowest, y)
    }
    y = lowest
  }

  /** What a cell says, one text under another; a text alone is the first. */
  const textsOf = (cell) => (typeof cell === 'string' ? [{ text: cell }] : cell)

  function rowOf(cells, columns, base) {
    const blocks = cells.map((cell, i) =>
      textsOf(cell).map(({ text, ...own }) => {
        const style = { ...base, ...own }
        return { lines: wrap(text, columns[i].width, style), style }
      }),
    )
    const heights = blocks.map((texts) => texts.reduce((sum, { lines, style }) => sum + heightOf(lines, style.size), 0))
    const write = (i) => {
      let top = y
      for (const { lines, style } of blocks[i]) {
        writeLines(lines, columns[i], top, style)
        top += heightOf(lines, style.size)
      }
    }
    return { height: Math.max(0, ...heights), write }
  }

  /**
   * Rows under a heading, which stands on each page again. `together` keeps them on one. The first column heads its row.
   * @param {{ columns: object[], head?: string[], rows: { cells: unknown[], strong?: boolean }[], gap?: number, ruled?: boolean, together?: boolean }} table
   */
  function table({ columns, head, rows, gap = 5, ruled = false, together = false }) {
    const bodyStyle = { size: 10, strong: false, colour: colours.ink }
    const heading = head && rowOf(head, columns, { size: 8.5, strong: false, colour: colours.muted })
    const body = rows.map(({ cells, strong = false, size = 10, colour = colours.ink }) =>
      rowOf(cells, columns, { ...bodyStyle, strong, size, colour }),
    )
    const step = ({ height }) => height + 2 * gap
    const headed = heading ? step(heading) : 0
    const all = body.reduce((sum, row) => sum + step(row), headed)
    need(together ? all : headed + step(body[0]))
    const element = doc.struct('Table')
    root.add(element)
    const addRow = (tags, row) => {
      const tr = doc.struct('TR')
      element.add(tr)
      columns.forEach((_, i) =>
        tr.add(doc.struct(tags(i), { scope: tags(i) === 'TH' ? (row === heading ? 'Column' : 'Row') : undefined }, () => row.write(i))),
      )
      tr.end()
    }
    const below = (row) => {
      y += row.height + gap
      if (ruled) rule()
    }
    if (heading) {
      y += gap
      addRow(() => 'TH', heading)
      below(heading)
    }
    for (const row of body) {
      if (need(step(row)) && heading) {
        y += gap
        ornament(() => columns.forEach((_, i) => heading.write(i)))
        below(heading)
      }
      y += gap
      addRow((i) => (i === 0 ? 'TH' : 'TD'), row)
      below(row)
    }
    element.end()
  }

  return {
    ornament,
    rule,
    need,
    paragraph,
    beside,
    table,
    widthOf,
    write,
    get y() {
      return y
    },
    down(by) {
      y += by
    },
    end() {
      root.end()
      doc.end()
    },
  }
}
