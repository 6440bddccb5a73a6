import { answerCallback, type CallbackParams } from '@/app/api/callbacks/answer'

export const dynamic = 'force-dynamic'

/** POST from a provider after the customer's no, or the end of their time. */
export async function POST(request: Request, context: { params: Promise<CallbackParams> }): Promise<Response> {
  return answerCallback(request, await context.params, 'cancel')
}
