// A question about a cart that nobody made: it changes nothing, and what it is answered with tells whether Netgíró is
// reached and takes our keys.
import { randomUUID } from 'node:crypto'
import type { CallContext, Connection, ExchangeResult, Outcome } from '../gateway'
import type { NetgiroClient } from './client'
import type { CartState } from './judge'

export async function testConnection(client: NetgiroClient, context: CallContext): Promise<Connection> {
  const heard: { result?: ExchangeResult } = {}
  const answer = await client.checkCart(randomUUID(), { ...context, recorder: overheard(context.recorder, heard) })
  const { durationMs = 0, httpStatus, code, providerRef, response } = heard.result ?? {}
  const said = typeof response?.Message === 'string' ? response.Message : undefined
  return { verdict: verdictOf(answer, heard.result), durationMs, httpStatus, code, said, providerRef }
}

function overheard(recorder: CallContext['recorder'], heard: { result?: ExchangeResult }): CallContext['recorder'] {
  return {
    async open(call) {
      const row = await recorder.open(call)
      return {
        close(result) {
          heard.result = result
          return row.close(result)
        },
      }
    },
  }
}

/** No document says what a bad signature is answered with: 401 and 403 are taken for it where the answer is theirs, by its shape or its signature. */
function verdictOf(answer: Outcome<CartState>, result?: ExchangeResult): Connection['verdict'] {
  if (answer.kind !== 'unknown') return 'accepted'
  const theirs = result?.response !== undefined || answer.cause === 'bad_signature'
  if (theirs && (result?.httpStatus === 401 || result?.httpStatus === 403)) return 'refused'
  switch (answer.cause) {
    case 'not_sent':
      return 'not_reached'
    case 'timeout':
    case 'network':
      return 'no_answer'
    case 'bad_signature':
    case 'no_signature':
      return 'badly_signed'
    default:
      return 'strange'
  }
}
