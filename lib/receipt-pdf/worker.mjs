// Draws receipts in a thread of its own: one takes a tenth of a second and more, in which the server could answer
// nobody else. Started by draw.ts as it is, beside the bundle, so it is plain JavaScript.
import { buffer } from 'node:stream/consumers'
import { parentPort } from 'node:worker_threads'
import PDFDocument from 'pdfkit'
import { layOut } from './layout.mjs'

parentPort.on('message', async (/** @type {import('./content').ReceiptContent} */ content) => {
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    font: null,
    pdfVersion: '1.7',
    tagged: true,
    lang: content.lang,
    displayTitle: true,
    bufferPages: true,
    info: { Title: content.title, Author: content.shop.name, Creator: content.shop.name },
  })
  const whole = buffer(doc)
  layOut(doc, content)
  const bytes = new Uint8Array(await whole).buffer
  parentPort.postMessage(bytes, [bytes])
})
