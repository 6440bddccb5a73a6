import { sql } from '../../db'
import { ok, type Answer, type Call } from '../call'
import { sandboxNow } from '../carts'
import { codes, messages } from '../codes'
import { recognise } from '../customers'
import { makeToken } from '../tokens'
import { complaint, confirmationRequest } from '../wire'

const said = (success: boolean, message: string, code: number): Answer => ok({ Success: success, Message: message, ResultCode: code })

/** GET /v1/Account/RequestConfirmation?Customer=: a token of that customer, in Message. It ends a barcode or is the SMS code. */
export async function requestConfirmationOperation({ provider, switches, members }: Call): Promise<Answer> {
  const parsed = confirmationRequest.safeParse(members)
  if (!parsed.success) return said(false, complaint(parsed.error), codes.genericError)
  const customer = recognise(parsed.data.customer)
  if (customer?.kind !== 'ssn' && customer?.kind !== 'gsm') return said(false, messages[codes.customerUnknown]!, switches.notACustomer)
  const now = await sandboxNow(sql, provider.appKey)
  const token = await makeToken(sql, provider.appKey, customer.number, new Date(now.getTime() + switches.codeMs))
  return said(true, token, codes.success)
}
