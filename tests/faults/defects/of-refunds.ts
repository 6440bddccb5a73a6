// Defects in giving money back.
import { one, type Defect } from './defect'

const send = 'lib/payments/refund-send.ts'
const noticedBy = 'refunds'

export const ofRefunds: readonly Defect[] = [
  one('every try of a refund has a key of its own', { noticedBy, file: send, from: 'idempotencyKey: refund.idempotencyKey,', to: 'idempotencyKey: `${refund.idempotencyKey}-${refund.tries}`,', saying: /#8 .*key that no refund has|\d+ went back/ }),
  one('a refund that may have been made is not counted as spent', { noticedBy, file: 'lib/payments/refund-states.ts', from: "state !== 'refused'", to: "state === 'succeeded'", saying: /could be asked for again|refunds would exceed what was taken/ }),
  one('a lost answer to a refund counts as refused', { noticedBy, file: send, from: "  return { state: 'unknown', nextTryAt: next, unknownSince: refund.unknownSince ?? now }", to: "  return { state: 'refused', nextTryAt: null }", saying: /it is told as|#6 .*is refused, and the provider booked it/ }),
  one('a lost answer to a refund counts as success', { noticedBy, file: send, from: "  return { state: 'unknown', nextTryAt: next, unknownSince: refund.unknownSince ?? now }", to: "  return { state: 'succeeded', nextTryAt: null }", saying: /it is told as|#6 .*is succeeded, and the provider booked nothing/ }),
  one('a refusal to repeat a refund counts as its refusal', {
    noticedBy, file: send,
    from: "refund.unknownSince ? { state: 'unknown', nextTryAt: null, code: outcome.code } :",
    to: '',
    saying: /a refund that may have been made is refused|#6 .*is refused, and the provider booked it/,
  }),
  {
    name: 'the amount of a refund is looked at without a lock',
    noticedBy,
    file: 'lib/payments/refund-rules.ts',
    changes: [['  await lockOrder(tx, found.orderId)\n', ''], ['FROM payment WHERE id = ${paymentId} FOR UPDATE', 'FROM payment WHERE id = ${paymentId}']],
    saying: /refunds would exceed what was taken|#6 order/,
  },
  one('a refund whose worker died is forgotten', { noticedBy, file: send, from: "WHERE state IN ('requested', 'sent', 'unknown') AND next_try_at", to: "WHERE state IN ('requested', 'unknown') AND next_try_at", saying: /#12 .*still sent|a worker dies at/ }),
  one('a refund found on its way counts as not yet sent', { noticedBy, file: send, from: "CASE WHEN state = 'sent' THEN coalesce(unknown_since, updated_at) ELSE unknown_since END", to: 'unknown_since', saying: /a worker dies, and the repetition of its refund is refused|#6 .*is refused, and the provider booked it/ }),
  one('nobody is told of a refund without an answer', { noticedBy, file: send, from: "change.state !== 'refused' && change.nextTryAt === null", to: "change.state === 'refused'", saying: /nobody is told/ }),
  one('a refund is not written into its order', { noticedBy, file: send, from: "    if (change.state === 'succeeded') await givenBack(tx, payment, refund)\n", to: '', saying: /#6 order/ }),
  one('a second click asks for a second refund', { noticedBy, file: 'lib/payments/refund.ts', from: '  if (earlier) return {', to: '  if (earlier && wish.amount < 0) return {', saying: /Unique constraint|a worker dies at|twenty clicks/ }),
  one('the refund of a surplus is written into the order', { file: send, from: "  if (payment.state !== 'confirmed') return 'surplus'\n", to: '', saying: /its order is refunded/ }),
  one('the books are compared with what we did since about a refund', { noticedBy, file: 'lib/payments/refund-compare.ts', from: 'const { succeeded } = before', to: 'const { succeeded } = after.rows.length ? after : before', saying: /books that agree are said to differ/ }),
]
