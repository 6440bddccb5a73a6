// The receipt as PDF, as a shopper and those who work here get it.
import { beforeEach, expect, test, vi } from 'vitest'
import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { db } from '@/lib/db'
import { newId } from '@/lib/ids'
import { orderToken } from '@/lib/orders/token'
import { readPaidOrder } from '@/lib/payments/receipt'
import { requestRefund } from '@/lib/payments/refund'
import { receiptContent } from '@/lib/receipt-pdf/content'
import { drawReceipt } from '@/lib/receipt-pdf/draw'
import { merchantChooses, onThePhone, readPayment, resetSandbox, startOne, until } from '../support/shop'
import { aBrowser, aPerson } from '../support/staff'

vi.setConfig({ testTimeout: 180_000 })

beforeEach(async () => {
  await resetSandbox()
  await merchantChooses({ confirmationType: 2, captureBy: 'shop' })
})

/** Bought and paid, 12.400 kr. twice. */
async function paidOne() {
  const { paymentId } = await startOne({ quantity: 2 })
  await onThePhone(paymentId, 'accept')
  return until(
    () => readPayment(paymentId),
    (p) => p.state === 'confirmed',
  )
}

const linkOf = (orderId: string, locale = 'is') => `/${locale}/orders/${orderToken(orderId)}/receipt.pdf`

async function readPdf(bytes: Uint8Array) {
  const document = await getDocumentProxy(Uint8Array.from(bytes))
  const { info } = await getMeta(document)
  const { text, totalPages } = await extractText(document, { mergePages: false })
  const tree = await (await document.getPage(1)).getStructTree()
  const plain = text.map((page) => page.replaceAll(/\s+/g, ' '))
  return { info, pages: totalPages, text: plain.join(' '), byPage: plain, tree: JSON.stringify(tree) }
}

async function fetched(path: string, browser = aBrowser()) {
  const answer = await browser.ask(path)
  expect(answer.status).toBe(200)
  return { headers: answer.headers, ...(await readPdf(new Uint8Array(await answer.arrayBuffer()))) }
}

test('whoever has the order’s link gets a file to keep, and nobody between keeps a copy', async () => {
  const { order } = await paidOne()
  const { headers } = await fetched(linkOf(order.id))
  expect(headers.get('content-type')).toBe('application/pdf')
  expect(headers.get('content-disposition')).toBe(`attachment; filename="kvittun-${order.number}.pdf"`)
  expect(headers.get('cache-control')).toBe('private, no-store')
})

test('its words can be copied out, and say what was bought, what it cost and how it was paid', async () => {
  const { order, reference, transactionId } = await paidOne()
  await db().order.update({ where: { id: order.id }, data: { name: 'Þórdís Æsa Łączyńska' } })
  const { text, pages, info, tree } = await fetched(linkOf(order.id))
  expect(pages).toBe(1)
  for (const said of [
    `Pöntun ${order.number}`,
    'Kaupandi Þórdís Æsa Łączyńska',
    'Kennitala 410124-0000',
    'Prófpeysa Stærð M 2 12.400 kr. 24% 24.800 kr.',
    'Samtals með VSK 24.800 kr.',
    '24% 20.000 kr. 4.800 kr.',
    'Greitt með Netgíró',
    `Tilvísun okkar ${reference}`,
    `Færsla hjá Netgíró ${transactionId}`,
    'Síða 1 af 1',
  ])
    expect(wordsOf(text)).toContain(wordsOf(said))
  expect(info).toMatchObject({ Title: `Kvittun ${order.number}, Lykkja`, Language: 'is' })
  // Read aloud it has a heading, and a table whose cells know their headings.
  for (const role of ['"H1"', '"Table"', '"TH"', '"TD"']) expect(tree).toContain(role)
})

test('it is in the language of the page it was asked for from', async () => {
  const { order } = await paidOne()
  const { text, headers, info } = await fetched(linkOf(order.id, 'en'))
  expect(headers.get('content-disposition')).toBe(`attachment; filename="receipt-${order.number}.pdf"`)
  expect(info.Language).toBe('en')
  expect(text).toContain('Total including VAT 24,800 kr.')
})

test('what was given back is subtracted', async () => {
  const { id, order } = await paidOne()
  await requestRefund({ paymentId: id, amount: 12_400, reason: 'Passaði ekki', actor: 'user:test', formKey: newId() })
  const { text } = await fetched(linkOf(order.id))
  expect(text).toMatch(/Endurgreitt \d+\. \S+ \d{4} −12\.400 kr\./)
  expect(text).toContain('Eftir endurgreiðslu 12.400 kr.')
  expect(text).toContain('24% 10.000 kr. 2.400 kr.')
})

test('a stranger, a wrong link and an order nobody paid get one and the same answer', async () => {
  const { order } = await readPayment((await startOne()).paymentId)
  const right = orderToken(order.id)
  const wrongMac = right.slice(0, 22) + (right[22] === 'A' ? 'B' : 'A') + right.slice(23)
  const answers = await Promise.all(
    [right, wrongMac, newId() + newId(), 'x', '%00'].map(async (token) => {
      const answer = await aBrowser().ask(`/is/orders/${token}/receipt.pdf`)
      return [answer.status, answer.headers.get('cache-control'), await answer.text()]
    }),
  )
  expect(new Set(answers.map(String))).toEqual(new Set(['404,private, no-store,Hér er engin kvittun.\n']))
})

test('the order’s page offers it once it is paid, and not before', async () => {
  const unpaid = await readPayment((await startOne()).paymentId)
  const paid = await paidOne()
  const pageOf = async (id: string) => (await aBrowser().ask(`/is/orders/${orderToken(id)}`)).text()
  expect(await pageOf(paid.order.id)).toContain(`href="${linkOf(paid.order.id)}"`)
  expect(await pageOf(unpaid.order.id)).not.toContain('receipt.pdf')
})

test('those who work here get it in the customer’s language, and a viewer’s does not say who bought', async () => {
  const { order } = await paidOne()
  await db().order.update({ where: { id: order.id }, data: { locale: 'en', name: `Jane ${order.number}` } })
  const signedIn = async (role: 'viewer' | 'clerk') => {
    const browser = aBrowser()
    await browser.signIn(await aPerson(role))
    return browser
  }
  const [clerk, viewer] = [await signedIn('clerk'), await signedIn('viewer')]
  const file = `/admin/orders/${order.number}/receipt.pdf`
  expect(await (await clerk.ask(`/admin/orders/${order.number}/receipt`)).text()).toContain(`href="${file}"`)
  const [theirs, masked] = [await fetched(file, clerk), await fetched(file, viewer)]
  expect(theirs.text).toContain(`Customer Jane ${order.number}`)
  expect(masked.text).toContain('Total including VAT 24,800 kr.')
  expect(masked.text).not.toContain('Jane')
})

test('a long order goes on over the page, with the table’s heading again and no line lost', async () => {
  const { order } = await paidOne()
  const paid = await readPaidOrder(order.number, true)
  if (!paid) throw new Error('not paid')
  const [line] = paid.order.lines
  if (!line) throw new Error('no line')
  const names = Array.from({ length: 90 }, (_, i) => `Vara númer${i}.`)
  const long = { ...paid, order: { ...paid.order, lines: names.map((name) => ({ ...line, name })) } }
  const { byPage, pages, text } = await readPdf((await drawReceipt(receiptContent(long, 'is'))) as Uint8Array)
  expect(pages).toBeGreaterThan(2)
  for (const name of names) expect(text.split(`${name} `)).toHaveLength(2)
  byPage.forEach((page, i) => expect(page).toContain(`Síða ${i + 1} af ${pages}`))
  expect(byPage[1]).toMatch(/^Vara Fjöldi/)
})

test('when too many are asked for at once the last are told so, and the others are drawn', async () => {
  const { order } = await paidOne()
  const paid = await readPaidOrder(order.number, true)
  if (!paid) throw new Error('not paid')
  const content = receiptContent(paid, 'is')
  const asked = await Promise.all(Array.from({ length: 22 }, () => drawReceipt(content)))
  expect(asked.map((pdf) => pdf && Buffer.from(pdf.subarray(0, 5)).toString())).toEqual([
    ...Array.from({ length: 20 }, () => '%PDF-'),
    null,
    null,
  ])
  expect(await drawReceipt(content)).not.toBeNull()
})

/** Columns are read in the order they were written, with more or fewer spaces between. */
function wordsOf(text: string): string {
  return text.replaceAll(/\s+/g, '')
}
