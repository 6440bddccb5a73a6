// Who pays, from one line of text at a till. Pure: the browser uses it for the hint beside the field.
import type { Payer } from '@/lib/gateways/gateway'

export type TillPayer = Exclude<Payer, { kind: 'browser' }>

/**
 * A phone number, a kennitala or an app code, however it was typed or scanned; null when it is none of them. No month
 * is 00, so 500004… is never a kennitala, and a kennitala is judged by its shape alone: new ones carry no check digit.
 */
export function recognisePayer(typed: string): TillPayer | null {
  const bare = typed.replace(/[\s\-.]/g, '').replace(/^(?:\+|00)?354(?=\d{7}$)/, '')
  if (/^500004[0-9A-Za-z]{4}$/.test(bare)) return { kind: 'app_code', code: bare.toUpperCase() }
  if (/^\d{10}$/.test(bare) && !bare.startsWith('500004')) return { kind: 'national_id', nationalId: bare }
  return /^[678]\d{6}$/.test(bare) ? { kind: 'phone', phone: bare } : null
}

/** What the shop's limits count by: whoever gets a push or an SMS. Nobody gets one for an app code. */
export function namedBy(payer: TillPayer): string | null {
  if (payer.kind === 'phone') return payer.phone
  return payer.kind === 'national_id' ? payer.nationalId : null
}
