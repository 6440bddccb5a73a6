import { words, type Locale } from '@/lib/i18n'
import type { PaidOrder } from '@/lib/payments/receipt'
import { receiptContent } from './content'
import { drawReceipt } from './draw'

const inWords = (status: number, text: string, headers: Record<string, string> = {}): Response =>
  new Response(`${text}\n`, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'private, no-store', ...headers },
  })

/** The receipt as a file to keep. Where there is none, nobody is told whether there is an order. */
export async function receiptAnswer(found: PaidOrder | null, locale: Locale): Promise<Response> {
  const t = words(locale, 'receipt')
  if (!found) return inWords(404, t('none'))
  const pdf = await drawReceipt(receiptContent(found, locale))
  if (!pdf) return inWords(503, t('busy'), { 'Retry-After': '10' })
  return new Response(pdf, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="${t('fileName', { number: String(found.order.number) })}"`,
      'Cache-Control': 'private, no-store',
      'X-Robots-Tag': 'noindex, nofollow',
    },
  })
}
