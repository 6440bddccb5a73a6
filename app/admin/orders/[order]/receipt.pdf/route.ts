import { atLeast, needed } from '@/lib/auth/roles'
import { requireRole } from '@/lib/auth/staff'
import { cookieLocale } from '@/lib/i18n/cookie'
import type { Locale } from '@/lib/i18n'
import { readPaidOrder } from '@/lib/payments/receipt'
import { receiptAnswer } from '@/lib/receipt-pdf/answer'

type Context = { params: Promise<{ order: string }> }

/** The receipt of a paid order in the customer's language, as its page in the admin has it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { order: number } = await params
  const staff = await requireRole(needed.read, `/admin/orders/${encodeURIComponent(number)}/receipt`)
  const found = /^\d{1,10}$/.test(number) ? await readPaidOrder(Number(number), atLeast(staff.role, needed.readParticulars)) : null
  return receiptAnswer(found, found ? (found.order.locale as Locale) : await cookieLocale())
}
