// A receipt on A4. What it says comes in words and figures as they are to be read (content.ts); here is where they stand.
import { colours, contentWidth, paper, sheetOf } from './sheet.mjs'

const { left, width } = { left: paper.left, width: contentWidth }
const right = left + width
/** The right half, where what is summed up stands. */
const half = { x: left + width / 2 + 10, width: width / 2 - 10 }
const small = { size: 8.5, colour: colours.muted }

function drawMark(doc, { full, faint }, x, y, size) {
  doc
    .save()
    .translate(x, y)
    .scale(size / 32)
    .fillColor(colours.accent)
  doc.path(full).fill().fillOpacity(0.62).path(faint).fill()
  doc.restore()
}

/** The motif sideways over the whole paper. */
function drawBand(doc, band, y, height) {
  const scale = height / band.height
  for (let x = 0; x < paper.width; x += band.width * scale) {
    doc.save().translate(x, y).scale(scale).fillColor(colours.accent)
    doc.path(band.d).fill()
    if (band.faint) doc.fillOpacity(0.5).path(band.faint).fill()
    doc.restore()
  }
}

function letterhead(sheet, doc, { shop, mark, band }) {
  sheet.ornament(() => {
    drawBand(doc, band, 0, 20)
    drawMark(doc, mark, left, sheet.y - 1, 26)
  })
  sheet.beside(
    () => sheet.paragraph('P', shop.name, { x: left + 34, width: width / 3, size: 19, strong: true }),
    () =>
      shop.particulars.forEach((line) => sheet.paragraph('P', line, { x: left + width / 2, width: width / 2, align: 'right', ...small })),
  )
}

/** The facts in columns of even width: a word above, what it stands for beneath. */
function facts(sheet, rows) {
  const column = width / 4
  for (let i = 0; i < rows.length; i += 4) {
    sheet.beside(
      ...rows.slice(i, i + 4).map(({ label, value, wide = 1 }, at) => () => {
        const place = { x: left + at * column, width: column * wide - 12 }
        sheet.paragraph('P', label, { ...place, ...small })
        sheet.paragraph('P', value, { ...place, strong: true })
      }),
    )
    sheet.down(12)
  }
}

const goods = [
  { x: left, width: 215 },
  { x: left + 215, width: 50, align: 'right' },
  { x: left + 265, width: 80, align: 'right' },
  { x: left + 345, width: 48, align: 'right' },
  { x: left + 393, width: width - 393, align: 'right' },
]
const sums = [
  { x: half.x, width: half.width - 100 },
  { x: right - 100, width: 100, align: 'right' },
]
const rates = [
  { x: half.x, width: half.width - 180 },
  { x: right - 180, width: 90, align: 'right' },
  { x: right - 90, width: 90, align: 'right' },
]

function pageNumbers(sheet, doc, { foot, page }) {
  const { start, count } = doc.bufferedPageRange()
  const style = { ...small, strong: false }
  for (let i = 0; i < count; i++) {
    doc.switchToPage(start + i)
    const number = page.replace('{page}', String(i + 1)).replace('{pages}', String(count))
    sheet.ornament(() => {
      const y = paper.height - 44
      sheet.write(foot, left, y, style)
      sheet.write(number, right - sheet.widthOf(number, style), y, style)
    })
  }
}

/** @param {PDFKit.PDFDocument} doc @param {import('./content').ReceiptContent} content */
export function layOut(doc, content) {
  const sheet = sheetOf(doc)
  letterhead(sheet, doc, content)
  sheet.down(34)
  sheet.paragraph('H1', content.heading, { size: 30, strong: true })
  sheet.down(10)
  facts(sheet, content.facts)
  sheet.down(8)
  sheet.rule(colours.ink)
  sheet.table({
    columns: goods,
    head: content.columns,
    rows: content.lines.map(({ name, detail, figures }) => ({
      cells: [[{ text: name }, ...(detail ? [{ text: detail, ...small }] : [])], ...figures],
    })),
    ruled: true,
  })
  sheet.down(8)
  sheet.table({
    columns: sums,
    rows: content.sums.map(([label, amount], i) => ({ cells: [label, amount], ...(i === 0 ? { strong: true, size: 14 } : {}) })),
    gap: 3,
    together: true,
  })
  const vatTable = (vat) =>
    sheet.table({ columns: rates, head: vat.columns, rows: vat.rows.map((cells) => ({ cells, size: 9 })), gap: 3, together: true })
  sheet.down(4)
  if (content.vat.rows.length) vatTable(content.vat)
  if (content.vatOfKept?.rows.length) {
    sheet.down(8)
    sheet.need(70)
    sheet.paragraph('P', content.vatOfKept.title, { ...half, size: 9, strong: true })
    vatTable(content.vatOfKept)
  }
  if (content.note) {
    sheet.down(8)
    sheet.paragraph('P', content.note, { ...half, ...small })
  }
  sheet.down(26)
  sheet.need(110)
  sheet.paragraph('H2', content.payment.heading, { size: 13, strong: true })
  sheet.down(4)
  sheet.table({
    columns: [
      { x: left, width: 130 },
      { x: left + 130, width: width - 130 },
    ],
    rows: content.payment.facts.map(([label, value]) => ({ cells: [[{ text: label, colour: colours.muted }], value], size: 9.5 })),
    gap: 2,
    together: true,
  })
  sheet.down(22)
  sheet.paragraph('P', content.thanks, { size: 11, strong: true })
  pageNumbers(sheet, doc, content)
  sheet.end()
}
