// For each rule of the database, statements that break it and nothing else.

/** A product with stock, two orders, a reserved payment, one without a transaction, and what hangs on them. */
export const aWorld = `
  INSERT INTO category (id, slug, name_is, name_en, description_is, description_en, position) VALUES (1, 'c', 'c', 'c', '', '', 1);
  INSERT INTO product (id, slug, category_id, name_is, name_en, description_is, description_en, price, vat_rate, drawing, garment, colour, weight, search_text)
    VALUES (1, 'p', 1, 'p', 'p', '', '', 1240, 24, 'd', 'hat', 'grey', 100, 'p');
  INSERT INTO variant (id, product_id, sku, size, position, on_hand) VALUES (1, 1, 's', 'M', 1, 3);
  INSERT INTO cart (id) VALUES ('cart');
  INSERT INTO orders (id, checkout_key, locale, name, email, delivery, delivery_price, total, vat_total, hold_until)
    VALUES ('o1', 'k1', 'is', 'n', 'e', 'collect', 0, 1240, 240, now()), ('o2', 'k2', 'is', 'n', 'e', 'collect', 0, 1240, 240, now());
  INSERT INTO order_line (order_id, variant_id, sku, name, size, drawing, slug, quantity, unit_price, line_total, vat_rate, vat_amount)
    VALUES ('o1', 1, 's', 'p', 'M', 'd', 'p', 1, 1240, 1240, 24, 240);
  INSERT INTO payment (id, order_id, gateway, state, version, amount, currency, reference, transaction_id, capture_mode, payer_kind, check_every_ms, expires_at, next_check_at, watch_until)
    VALUES ('p1', 'o1', 'netgiro', 'reserved', 1, 1240, 'ISK', 'r1', 't1', 'manual', 'phone', 2000, now(), now(), now()),
           ('p2', 'o2', 'netgiro', 'sent', 1, 1240, 'ISK', 'r2', NULL, 'manual', 'phone', 2000, now(), now(), now());
  INSERT INTO payment_event (payment_id, version, "to", cause, actor) VALUES ('p1', 1, 'reserved', 'poll', 'system');
  INSERT INTO exchange (payment_id, operation, request, completed_at) VALUES ('p1', 'done', '{}', now()), ('p1', 'open', '{}', NULL);
  INSERT INTO attention (payment_id, kind, detail) VALUES ('p1', 'surplus', 'd');
  INSERT INTO order_note (order_id, text, actor, form_key) VALUES ('o2', 'n', 'a', 'n1');
  INSERT INTO audit_entry (actor, action, subject) VALUES ('a', 'b', 'c');
  INSERT INTO users (id, email, name, password_hash, role) VALUES ('u', 'e', 'n', 'h', 'owner');
  INSERT INTO orders (id, checkout_key, locale, name, email, delivery, delivery_price, total, vat_total, hold_until, state, stock)
    VALUES ('o4', 'k4', 'is', 'n', 'e', 'collect', 0, 1240, 240, now(), 'paid', 'sold');
  INSERT INTO payment (id, order_id, gateway, state, version, amount, currency, reference, transaction_id, capture_mode, payer_kind, check_every_ms, expires_at, next_check_at, watch_until)
    VALUES ('p4', 'o4', 'netgiro', 'confirmed', 1, 1240, 'ISK', 'r4', 't4', 'manual', 'phone', 2000, now(), now(), now());
  INSERT INTO refund (id, payment_id, amount, currency, state, idempotency_key, request_hash, form_key, reason, actor)
    VALUES ('f1', 'p4', 1000, 'ISK', 'unknown', 'i1', 'h', 'b1', 'r', 'a'), ('f2', 'p4', 200, 'ISK', 'succeeded', 'i2', 'h', 'b2', 'r', 'a'),
           ('f3', 'p4', 40, 'ISK', 'refused', 'i3', 'h', 'b3', 'r', 'a');
  INSERT INTO order_step (order_id, position, step, actor, form_key) VALUES ('o4', 1, 'packed', 'a', 's1');
`

/** Its money is taken when the goods leave: they may be packed. */
export const reserveP1 = "UPDATE payment SET capture_by = 'goods' WHERE id = 'p1'"

type LeavingValues = { order?: string; step?: string; link?: string; more?: string }
const aLeaving = ({ order = 'o1', step = 'sent', link, more = 'NULL, NULL' }: LeavingValues) => `
  INSERT INTO order_leaving (order_id, payment_id, step, tracking_url, actor, form_key, ended_at, outcome)
    VALUES ('${order}', 'p1', '${step}', ${link ? `'${link}'` : 'NULL'}, 'a', gen_random_uuid()::text, ${more})`

type StepValues = { order?: string; position?: number; step?: string; link?: string }
export const anotherStep = ({ order = 'o4', position = 2, step = 'sent', link }: StepValues) => `
  INSERT INTO order_step (order_id, position, step, tracking_url, actor, form_key)
    VALUES ('${order}', ${position}, '${step}', ${link ? `'${link}'` : 'NULL'}, 'a', 's2')`

const aMail = (stateAndWhen: string) => `INSERT INTO mail (outbox_key, "to", subject, text, state, sent_at) VALUES ('m', 't', 's', 'x', ${stateAndWhen})`

type PaymentValues = { state: string; amount?: number; captureMode?: string }
const anotherPayment = ({ state, amount = 1240, captureMode = 'manual' }: PaymentValues) => `
  INSERT INTO payment (id, order_id, gateway, state, amount, currency, reference, transaction_id, capture_mode, payer_kind, check_every_ms, expires_at, next_check_at, watch_until)
  VALUES ('p3', 'o1', 'netgiro', '${state}', ${amount}, 'ISK', 'r3', 't3', '${captureMode}', 'phone', 2000, now(), now(), now())`

type RefundValues = { payment?: string; amount?: number; currency?: string; state?: string; reason?: string }
export const anotherRefund = ({ payment = 'p4', amount = 40, currency = 'ISK', state = 'requested', reason = 'r' }: RefundValues) => `
  INSERT INTO refund (id, payment_id, amount, currency, state, idempotency_key, request_hash, form_key, reason, actor)
  VALUES ('f9', '${payment}', ${amount}, '${currency}', '${state}', 'i9', 'h', 'b9', '${reason}', 'a')`

const broken: Record<string, readonly string[]> = {
  product_price_positive: ['UPDATE product SET price = 0', 'UPDATE product SET price = -1'],
  product_vat_rate_known: ['UPDATE product SET vat_rate = 25'],
  category_facet_kind_known: ["INSERT INTO category_facet (category_id, kind, value) VALUES (1, 'weight', '100')"],
  search_word_in_use: ["UPDATE search_word SET frequency = -1", "INSERT INTO search_word (word, frequency) VALUES ('', 1)"],
  variant_held_within_stock: ['UPDATE variant SET held = 4', 'UPDATE variant SET held = -1', 'UPDATE variant SET on_hand = -1, held = -1'],
  cart_line_quantity_1_to_99: [0, -1, 100].map((n) => `INSERT INTO cart_line (cart_id, variant_id, quantity) VALUES ('cart', 1, ${n})`),
  orders_state_known: ["UPDATE orders SET state = 'shipped', stock = 'sold'"],
  orders_channel_known: ["UPDATE orders SET channel = 'telephone'"],
  orders_till_or_name: [
    "UPDATE orders SET name = ''",
    "UPDATE orders SET email = ''",
    "UPDATE orders SET channel = 'pos', location_id = '1', register_id = '1'",
    "UPDATE orders SET channel = 'pos', created_by = 'user:u', register_id = '1'",
    "UPDATE orders SET channel = 'pos', created_by = 'user:u', location_id = '1'",
  ],
  orders_stock_known: ["UPDATE orders SET stock = 'lost', state = 'paid'"],
  orders_amounts: [
    'UPDATE orders SET total = 0, vat_total = 0',
    'UPDATE orders SET vat_total = -1',
    'UPDATE orders SET vat_total = total',
    'UPDATE orders SET delivery_price = -1',
  ],
  orders_open_holds_stock: ["UPDATE orders SET stock = 'released'", "UPDATE orders SET stock = 'sold'"],
  order_line_amounts: [
    'UPDATE order_line SET quantity = 0, line_total = 0, vat_amount = 0',
    'UPDATE order_line SET quantity = 100, line_total = 124000',
    'UPDATE order_line SET unit_price = 0, line_total = 0, vat_amount = 0',
    'UPDATE order_line SET line_total = 1239',
    'UPDATE order_line SET vat_amount = 1241',
    'UPDATE order_line SET vat_amount = -1',
  ],
  order_line_goods_or_amount: ['variant_id = NULL', 'drawing = NULL', 'slug = NULL', 'variant_id = NULL, slug = NULL'].map(
    (change) => `UPDATE order_line SET ${change}`,
  ),
  order_note_text_length: ["''", "repeat('ð', 1001)"].map((text) => `INSERT INTO order_note (order_id, text, actor, form_key) VALUES ('o2', ${text}, 'a', 'n2')`),
  orders_fulfilment_known: ["UPDATE orders SET fulfilment = 'lost'"],
  order_step_known: [anotherStep({ step: 'lost' })],
  order_step_position: [anotherStep({ position: 0 })],
  order_step_tracking: [
    anotherStep({ step: 'packed', link: 'https://example.is/1' }),
    anotherStep({ link: 'javascript:alert(1)' }),
    anotherStep({ link: `https://example.is/${'x'.repeat(500)}` }),
  ],
  product_form_key: [
    `UPDATE product SET form_key = 'k'; INSERT INTO product (id, slug, category_id, name_is, name_en, description_is, description_en, price, vat_rate, drawing, garment, colour, weight, search_text, form_key)
      VALUES (9, 'p9', 1, 'p', 'p', '', '', 1240, 24, 'd', 'hat', 'grey', 100, 'p', 'k')`,
  ],
  order_leaving_step: [aLeaving({ step: 'packed' }), aLeaving({ step: 'lost' })],
  order_leaving_tracking: [aLeaving({ step: 'ready', link: 'https://example.is/1' }), aLeaving({ link: 'javascript:alert(1)' })],
  order_leaving_ended: [aLeaving({ more: "now(), NULL" }), aLeaving({ more: "NULL, 'taken'" })],
  order_leaving_outcome: [aLeaving({ more: "now(), 'lost'" })],
  order_leaving_one_open: [`${aLeaving({})}; ${aLeaving({ step: 'ready' })}`],
  // Not paid, and never paid; reserved, and about to leave.
  order_step_of_paid: [anotherStep({ order: 'o1' }), `${reserveP1}; ${anotherStep({ order: 'o1' })}`, `UPDATE orders SET state = 'refunded' WHERE id = 'o4'; ${anotherStep({})}`],
  saved_view_name_length: ["''", "repeat('ð', 61)"].map((name) => `INSERT INTO saved_view (user_id, name, query) VALUES ('u', ${name}, '')`),
  saved_view_query_length: ["INSERT INTO saved_view (user_id, name, query) VALUES ('u', 'n', repeat('q', 1001))"],
  mail_state_known: [aMail("'lost', NULL")],
  mail_sent_when: [aMail("'sent', NULL"), aMail("'due', now()")],
  payment_code_tries: ['UPDATE payment SET code_tries = 6', 'UPDATE payment SET code_tries = -1'],
  refund_state_known: [anotherRefund({ state: 'asked' })],
  refund_amount_positive: [anotherRefund({ amount: 0 }), anotherRefund({ amount: -1 })],
  refund_reason_given: [anotherRefund({ reason: '' })],
  refund_within_captured: [
    anotherRefund({ amount: 41 }),
    anotherRefund({ payment: 'p1' }),
    anotherRefund({ payment: 'p2' }),
    anotherRefund({ currency: 'EUR' }),
  ],
  refund_keeps_promise: [
    ...[
      "id = 'f8'",
      "payment_id = 'p1'",
      'amount = 1',
      "currency = 'EUR'",
      "idempotency_key = 'i8'",
      "request_hash = 'x'",
      "form_key = 'b8'",
      "reason = 'x'",
      "actor = 'x'",
    ].map((change) => `UPDATE refund SET ${change} WHERE id = 'f1'`),
    "UPDATE refund SET state = 'requested' WHERE id = 'f3'",
    "UPDATE refund SET state = 'unknown' WHERE id = 'f2'",
    "DELETE FROM refund WHERE id = 'f3'",
  ],
  payment_state_known: ["UPDATE payment SET state = 'paid'"],
  payment_amount_positive: [anotherPayment({ state: 'failed', amount: 0 })],
  payment_capture_mode_known: [anotherPayment({ state: 'failed', captureMode: 'someday' })],
  payment_capture_by_known: ["UPDATE payment SET capture_by = 'nobody'"],
  payment_check_pace: ['UPDATE payment SET check_every_ms = 999', 'UPDATE payment SET check_every_ms = 600001'],
  payment_money_has_transaction: ['reserved', 'confirming', 'confirm_unknown', 'confirmed', 'surplus'].map(
    (state) => `UPDATE payment SET state = '${state}' WHERE id = 'p2'`,
  ),
  payment_one_active: [
    'created',
    'sent',
    'unknown',
    'pending',
    'needs_code',
    'reserved',
    'confirming',
    'confirm_unknown',
    'cancelling',
  ].map((state) => anotherPayment({ state })),
  payment_one_confirmed: [`UPDATE payment SET state = 'confirmed' WHERE id = 'p1'; ${anotherPayment({ state: 'confirmed' })}`],
  attention_open_once: ["INSERT INTO attention (payment_id, kind, detail) VALUES ('p1', 'surplus', 'again')"],
  attention_cleared_by_someone: [
    'UPDATE attention SET cleared_at = now()',
    "UPDATE attention SET cleared_at = now(), cleared_by = 'someone', cleared_why = ''",
  ],
  shopper_email_folded: ['A@b.is', ''].map((email) => `INSERT INTO shopper (id, email, name, password_hash, locale) VALUES ('s', '${email}', 'n', 'h', 'is')`),
  shopper_letter_kind_known: ["INSERT INTO shopper_letter (id, kind, email, locale, expires_at) VALUES ('l', 'gift', 'a@b.is', 'is', now())"],
  shopper_letter_complete: [
    "INSERT INTO shopper_letter (id, kind, email, locale, expires_at) VALUES ('l', 'sign_up', 'a@b.is', 'is', now())",
    "INSERT INTO shopper_letter (id, kind, email, name, locale, expires_at) VALUES ('l', 'sign_up', 'a@b.is', 'n', 'is', now())",
    "INSERT INTO shopper_letter (id, kind, email, name, password_hash, locale, expires_at) VALUES ('l', 'reset', 'a@b.is', 'n', 'h', 'is', now())",
  ],
  orders_forgotten_whole: [
    ...['phone', 'address', 'postcode', 'city'].map((column) => `UPDATE orders SET forgotten_at = now(), email = 'x@deleted.invalid', ${column} = '1'`),
    'UPDATE orders SET forgotten_at = now()',
  ],
  withdrawal_reason_length: ["''", "repeat('ð', 1001)"].map((reason) => `INSERT INTO withdrawal (order_id, reason, form_key) VALUES ('o4', ${reason}, 'w')`),
  withdrawal_settled_by_someone: [
    "INSERT INTO withdrawal (order_id, form_key, settled_at) VALUES ('o4', 'w', now())",
    "INSERT INTO withdrawal (order_id, form_key, settled_by) VALUES ('o4', 'w', 'user:u')",
  ],
  withdrawal_line_quantity: [0, -1, 100].map(
    (n) => `INSERT INTO withdrawal (id, order_id, form_key) VALUES (9, 'o1', 'w'); INSERT INTO withdrawal_line (withdrawal_id, order_line_id, quantity) SELECT 9, id, ${n} FROM order_line`,
  ),
  alert_kind_known: ["INSERT INTO alert (kind, subject, detail) VALUES ('weather', 's', '{}')"],
  alert_open_once: ["INSERT INTO alert (kind, subject, detail) VALUES ('low_stock', '1', '{}'), ('low_stock', '1', '{}')"],
  users_role_known: ["UPDATE users SET role = 'root'"],
  payment_keeps_identity: [
    "id = 'p9'",
    "order_id = 'o2'",
    "reference = 'r9'",
    'amount = 1',
    "currency = 'EUR'",
    "gateway = 'v3'",
    "capture_mode = 'automatic'",
    "transaction_id = 't9'",
    'transaction_id = NULL',
    'version = 0',
  ].map((change) => `UPDATE payment SET ${change} WHERE id = 'p1'`),
  append_only: ['payment_event', 'audit_entry', 'order_note', 'order_step'].flatMap((table) => [`UPDATE ${table} SET actor = 'x'`, `DELETE FROM ${table}`, `TRUNCATE ${table}`]),
  exchange_completed_once: [
    "UPDATE exchange SET outcome = 'refused' WHERE operation = 'done'",
    "UPDATE exchange SET operation = 'other' WHERE operation = 'open'",
    "UPDATE exchange SET sent_at = now() + interval '1 hour' WHERE operation = 'open'",
    `UPDATE exchange SET request = '{"amount":1}' WHERE operation = 'open'`,
    "UPDATE exchange SET payment_id = 'p2' WHERE operation = 'open'",
    "DELETE FROM exchange WHERE operation = 'open'",
  ],
}

export const constraintCases = Object.entries(broken).flatMap(([rule, statements]) => statements.map((statement) => ({ rule, statement })))
