// Defects that must not go unnoticed. Each is a change to a copy of the code, so that nothing of it is ever in the
// shop: in that copy the suite must fail. A text that is no longer found exactly once is a failure of its own.

import { one, type Defect } from './defect'
import { ofRefunds } from './of-refunds'

const ofPayments: readonly Defect[] = [
  one('a lost answer to the start counts as refused', { file: 'lib/payments/start.ts', from: "{ signal: 'start_lost' }, by)", to: "{ signal: 'start_refused' }, by)", saying: /lost answer is failed|error after the effect is failed/ }),
  one('a lost answer to the capture counts as declined', { file: 'lib/payments/advance.ts', from: "await record(this.payment.id, { signal: 'capture_lost' }, this.by)", to: "await record(this.payment.id, { seen: { truth: 'declined' } }, this.by)", saying: /capture/ }),
  one('amounts are not compared', { file: 'lib/payments/decide.ts', from: 'if (seen.amount && (seen.amount.amount', to: 'if (!seen && (seen.amount.amount', saying: /another amount/ }),
  one('the body of a callback is believed', {
    file: 'lib/payments/notify.ts',
    from: '  await dueNow(payment)\n',
    to: "  if (reading.view.PaymentSuccessful === true && payment.transactionId) await record(payment.id, { seen: { truth: 'confirmed' } }, by)\n  await dueNow(payment)\n",
    saying: /a payment nobody accepted is confirmed/,
  }),
  one('a capture without a committed intent', { file: 'lib/payments/advance.ts', from: '    if (!claimed.moved) return\n', to: '', saying: /#9 .*captured \d times for \d intents|it took money though/ }),
  one('the order is not locked', { file: 'lib/orders/commands.ts', from: 'FROM orders WHERE id = ${orderId} FOR UPDATE', to: 'FROM orders WHERE id = ${orderId}', saying: /another try and the way back to the cart cross|two tabs try again/ }),
  one('a callback the provider waits for is acknowledged before anything is committed', {
    file: 'lib/payments/notify.ts',
    from: '  const heard = isHonoured(payment)',
    to: "  if (payment) return { verdict: 'accepted', answer: 200 }\n  const heard = isHonoured(payment)",
    saying: /the provider took it as paid|called off was taken|#10 /,
  }),
  one('an order that cannot be honoured is acknowledged', { file: 'lib/payments/notify.ts', from: 'orderOpen && !p.needsYes && !p.cancelBy && p.honouredAt', to: 'orderOpen !== null && p.honouredAt', saying: /the provider took it as paid|called off was taken/ }),
  one('goods are given back twice', { file: 'lib/orders/commands.ts', from: '  await releaseStock(tx, lines)\n', to: '  await releaseStock(tx, lines)\n  await tx.$executeRaw`UPDATE variant SET on_hand = on_hand + 1 WHERE id = ${lines[0]?.variantId ?? 0}`\n', saying: /#14 |the goods are gone/ }),
  one('goods are never given back', { file: 'lib/orders/commands.ts', from: '  await releaseStock(tx, lines)\n', to: '', saying: /#14 |a yes comes after the end, and the goods are still there/ }),
  one('goods that are sold stay on the shelf', { file: 'lib/orders/stock.ts', from: 'SET held = held - ${quantity}, on_hand = on_hand - ${quantity}', to: 'SET held = held - ${quantity}', saying: /#14 / }),
  one('goods are promised without looking how many are left', { file: 'lib/orders/stock.ts', from: ' AND on_hand - held >= ${line.quantity}', to: '', noticedBy: 'storms', saying: /fifty buyers/ }),
  one('a yes the shopper took back is captured', { file: 'lib/payments/advance.ts', from: "|| p.captureBy === 'leaving') && !p.needsYes", to: "|| p.captureBy === 'leaving')", saying: /a cancel that lost is confirmed|a cancel loses against the yes|#10 / }),
  one('the mail is sent twice', {
    file: 'lib/payments/effects.ts',
    from: '  if (order.email) await enqueue(tx, {',
    to: "  await enqueue(tx, { causeKey: `payment:${payment.id}:again`, kind: 'mail.order_paid', payload: { orderId: order.id } })\n  if (order.email) await enqueue(tx, {",
    saying: /#25 .*2 mails/,
  }),
  one('the mail is never sent', { file: 'lib/payments/effects.ts', from: '  if (order.email) await enqueue(tx, {', to: '  if (!order.email) await enqueue(tx, {', saying: /#25 .*0 mails/ }),
  {
    name: 'a callback binds whatever transaction it names',
    file: 'lib/payments/notify.ts',
    changes: [['if (signed && reading.reference !== undefined && reading.reference !== payment.reference) {', 'if (signed && !reading) {'], ['reading.transactionId && reading.reference === payment.reference && !payment', 'reading.transactionId && !payment']],
    noticedBy: 'directed',
    saying: /it was answered|bound another order's transaction/,
  },
  one('a forged callback is taken in', { file: 'lib/payments/notify.ts', from: "  if (reading.signature === 'invalid') return { verdict: 'forged', answer: 401 }\n", to: '', saying: /a forged callback was answered/ }),
  one('a reservation that lapsed counts as paid', { file: 'lib/payments/machine.ts', from: "      return stay(facts.cancelBy && facts.cancelBy !== 'expiry' ? 'cancelled' : 'expired')", to: "      return stay('confirmed')", saying: /#1 / }),
  one('a payment expires without being called off at the provider', {
    file: 'lib/payments/advance.ts',
    from: "    await record(paymentId, { signal: 'cancel', cancelBy: 'expiry' }, by)\n    await steps.cancel()",
    to: "    await record(paymentId, { seen: { truth: 'closed' } }, by)",
    saying: /the shop gave up and left the cart pending/,
  }),
  {
    name: 'an order is closed while its payment can still take money',
    file: 'lib/payments/reconcile.ts',
    changes: [["\n      AND NOT EXISTS (SELECT 1 FROM payment p WHERE p.order_id = o.id\n        AND p.state NOT IN ('declined', 'cancelled', 'expired', 'failed', 'late_unhonoured'))", ''], [' || order.payments.some((p) => !ended.includes(p.state))', '']],
    noticedBy: 'directed',
    saying: /#18 .*while a payment can still take money/,
  },
  one('a payment that was never heard of counts as failed', { file: 'lib/payments/machine.ts', from: "  deadline: { unknown: 'expired' },", to: "  deadline: { unknown: 'failed' },", saying: /it expires|it ends|#20 |#11 |a yes comes after the end/ }),
  one('nobody is told of a payment that was never heard of', { file: 'lib/payments/decide.ts', from: "said.signal === 'deadline' && payment.captureMode !== 'manual' ? unbound : undefined", to: 'undefined', saying: /nobody is told to look for it/ }),
  one('a move is not written down', { file: 'lib/payments/decide.ts', from: 'event: loud ? event', to: "event: loud && change.to !== 'confirming' ? event", saying: /#9 .*for 0 intents|#19 |#21 / }),
  one('a call is not written down', { file: 'lib/payments/recorder.ts', from: '      const { id, sentAt } = await db()', to: "      if (operation === 'ConfirmCart') return { close: async () => {} }\n      const { id, sentAt } = await db()", saying: /#22 |captured 0 times|repeated without a look/ }),
  one('a second push goes out while the first may live', { file: 'lib/payments/start.ts', from: "    if (live) return { kind: 'existing' as const, paymentId: live.id }\n", to: '', saying: /the answer to the start is lost|two tabs try again|another try and the way back/ }),
  one('a capture nobody knows the outcome of is never looked at again', { file: 'lib/payments/claims.ts', from: "'reserved', 'confirming', 'confirm_unknown', 'cancelling')\n          OR", to: "'reserved', 'confirming', 'cancelling')\n          OR", saying: /nobody knows what became of the capture/ }),
  one('a cancel that came too late counts as payment', {
    file: 'lib/gateways/netgiro/judge.ts',
    from: '  if (lost || (!answer.Success && code === 400))',
    to: "  if (lost) return { kind: 'done', value: state(answer, 'confirmed') }\n  if (!answer.Success && code === 400)",
    saying: /a cancel that lost is confirmed|a cancel loses against the yes/,
  }),
  one('a late yes is always taken up', { file: 'lib/payments/machine.ts', from: '      const takenUp = facts.honourable && (', to: '      const takenUp = facts.cancelBy !== undefined && (', saying: /a yes nobody can honour is/ }),
  one('a late yes is never taken up', { file: 'lib/payments/machine.ts', from: '      const takenUp = facts.honourable && (', to: '      const takenUp = facts.cancelBy === undefined && (', saying: /a yes comes after the end, and the goods are still there/ }),
  one('another code is passed on while nobody knows about the first', { file: 'lib/payments/submit-code.ts', from: "    if ((await steps.look()) === null) return 'unclear'\n", to: '    await steps.look()\n', saying: /sent without a look|#10 .*captured again/ }),
  one('nobody is told that an order was paid twice', { file: 'lib/payments/effects.ts', from: "  if (to === 'surplus') return openAttention(tx, payment.id, 'surplus', 'taken for an order that another payment has paid: refund it')\n", to: '', saying: /nobody is told that it was paid twice|#3 / }),
  one('a second taking counts as the payment', { file: 'lib/payments/machine.ts', from: "facts.paidByAnother ? 'surplus' : 'confirmed'", to: "'confirmed'", saying: /paid twice/ }),
  one('looks that begin together are not one', { file: 'lib/payments/claims.ts', from: ' AND (last_check_at IS NULL OR last_check_at < ${since})`', to: '`', saying: /twenty looks asked the provider/ }),
]

/** Those that the interleavings in memory must notice by themselves as well, and what they say. */
const alsoInMemory: Readonly<Record<string, RegExp>> = {
  'a lost answer to the start counts as refused': /#11 the payment failed, and the provider has its cart/,
  'a capture without a committed intent': /#9 \d captures for \d intents/,
  'a callback the provider waits for is acknowledged before anything is committed': /#10 .*not committed/,
  'a reservation that lapsed counts as paid': /#1 the order is paid and the provider took money 0 times/,
  'a move is not written down': /#21 |#19 /,
  'a second push goes out while the first may live': /payment_one_active/,
  'goods are never given back': /#14 \d are held for nobody/,
}

export const defects: readonly Defect[] = [
  ...ofRefunds,
  ...ofPayments,
  ...ofPayments.flatMap((defect) => {
    const saying = alsoInMemory[defect.name]
    return saying ? [{ ...defect, name: `${defect.name}, in memory`, noticedBy: 'interleavings' as const, saying }] : []
  }),
]
