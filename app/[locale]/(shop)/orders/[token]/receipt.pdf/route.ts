import { defaultLocale, isLocale } from '@/lib/i18n'
import { readPaidOrderOfLink } from '@/lib/payments/receipt'
import { receiptAnswer } from '@/lib/receipt-pdf/answer'

type Context = { params: Promise<{ locale: string; token: string }> }

/** The receipt of a paid order, for whoever has its secret link, in the language of the page that offers it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, token } = await params
  return receiptAnswer(await readPaidOrderOfLink(token), isLocale(locale) ? locale : defaultLocale)
}
