-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "category" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name_is" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "description_is" TEXT NOT NULL,
    "description_en" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "category_id" INTEGER NOT NULL,
    "name_is" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "description_is" TEXT NOT NULL,
    "description_en" TEXT NOT NULL,
    "price" INTEGER NOT NULL,
    "vat_rate" INTEGER NOT NULL,
    "drawing" TEXT NOT NULL,
    "garment" TEXT NOT NULL,
    "colour" TEXT NOT NULL,
    "weight" INTEGER NOT NULL,
    "search_text" TEXT NOT NULL,
    "popularity" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "variant" (
    "id" SERIAL NOT NULL,
    "product_id" INTEGER NOT NULL,
    "sku" TEXT NOT NULL,
    "size" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "on_hand" INTEGER NOT NULL,
    "held" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "variant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cart" (
    "id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cart_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cart_line" (
    "cart_id" TEXT NOT NULL,
    "variant_id" INTEGER NOT NULL,
    "quantity" INTEGER NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cart_line_pkey" PRIMARY KEY ("cart_id","variant_id")
);

-- CreateTable
CREATE TABLE "orders" (
    "id" TEXT NOT NULL,
    "number" SERIAL NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "stock" TEXT NOT NULL DEFAULT 'held',
    "checkout_key" TEXT NOT NULL,
    "cart_id" TEXT,
    "channel" TEXT NOT NULL DEFAULT 'webshop',
    "locale" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT,
    "delivery" TEXT NOT NULL,
    "address" TEXT,
    "postcode" TEXT,
    "city" TEXT,
    "currency" TEXT NOT NULL DEFAULT 'ISK',
    "delivery_price" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,
    "vat_total" INTEGER NOT NULL,
    "hold_until" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "paid_at" TIMESTAMPTZ(3),

    CONSTRAINT "orders_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_line" (
    "id" SERIAL NOT NULL,
    "order_id" TEXT NOT NULL,
    "variant_id" INTEGER NOT NULL,
    "sku" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "size" TEXT NOT NULL,
    "drawing" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "unit_price" INTEGER NOT NULL,
    "line_total" INTEGER NOT NULL,
    "vat_rate" INTEGER NOT NULL,
    "vat_amount" INTEGER NOT NULL,

    CONSTRAINT "order_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment" (
    "id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "gateway" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "amount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "transaction_id" TEXT,
    "capture_mode" TEXT NOT NULL,
    "capture_by" TEXT NOT NULL DEFAULT 'shop',
    "payer_kind" TEXT NOT NULL,
    "payer_hint" TEXT,
    "reason" TEXT,
    "cancel_by" TEXT,
    "needs_yes" BOOLEAN NOT NULL DEFAULT false,
    "honoured_at" TIMESTAMPTZ(3),
    "check_every_ms" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "next_check_at" TIMESTAMPTZ(3) NOT NULL,
    "watch_until" TIMESTAMPTZ(3) NOT NULL,
    "last_check_at" TIMESTAMPTZ(3),
    "check_count" INTEGER NOT NULL DEFAULT 0,
    "claim_token" TEXT,
    "claim_until" TIMESTAMPTZ(3) NOT NULL DEFAULT 'epoch',
    "unknown_since" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_event" (
    "id" BIGSERIAL NOT NULL,
    "payment_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "from" TEXT,
    "to" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payment_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exchange" (
    "id" BIGSERIAL NOT NULL,
    "payment_id" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "request" JSONB NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "completed_at" TIMESTAMPTZ(3),
    "duration_ms" INTEGER,
    "http_status" INTEGER,
    "outcome" TEXT,
    "code" TEXT,
    "response" JSONB,
    "signature" TEXT,
    "provider_ref" TEXT,
    "error" TEXT,

    CONSTRAINT "exchange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "callback" (
    "id" BIGSERIAL NOT NULL,
    "payment_id" TEXT NOT NULL,
    "gateway" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "signature" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "answered" INTEGER,

    CONSTRAINT "callback_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attention" (
    "id" BIGSERIAL NOT NULL,
    "payment_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cleared_at" TIMESTAMPTZ(3),
    "cleared_by" TEXT,
    "cleared_why" TEXT,

    CONSTRAINT "attention_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "cause_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "done_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" BIGSERIAL NOT NULL,
    "outbox_key" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "session_version" INTEGER NOT NULL DEFAULT 0,
    "disabled" BOOLEAN NOT NULL DEFAULT false,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" TEXT,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "reason" TEXT,
    "detail" JSONB,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "category_slug_key" ON "category"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "product_slug_key" ON "product"("slug");

-- CreateIndex
CREATE INDEX "product_category_id_popularity_id_idx" ON "product"("category_id", "popularity" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "variant_sku_key" ON "variant"("sku");

-- CreateIndex
CREATE INDEX "variant_product_id_position_idx" ON "variant"("product_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "orders_number_key" ON "orders"("number");

-- CreateIndex
CREATE UNIQUE INDEX "orders_checkout_key_key" ON "orders"("checkout_key");

-- CreateIndex
CREATE INDEX "orders_created_at_id_idx" ON "orders"("created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "orders_state_hold_until_idx" ON "orders"("state", "hold_until");

-- CreateIndex
CREATE INDEX "order_line_order_id_idx" ON "order_line"("order_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_reference_key" ON "payment"("reference");

-- CreateIndex
CREATE INDEX "payment_next_check_at_idx" ON "payment"("next_check_at");

-- CreateIndex
CREATE INDEX "payment_order_id_created_at_idx" ON "payment"("order_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "payment_gateway_transaction_id_key" ON "payment"("gateway", "transaction_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_event_payment_id_version_key" ON "payment_event"("payment_id", "version");

-- CreateIndex
CREATE INDEX "exchange_payment_id_id_idx" ON "exchange"("payment_id", "id");

-- CreateIndex
CREATE INDEX "callback_payment_id_id_idx" ON "callback"("payment_id", "id");

-- CreateIndex
CREATE INDEX "attention_opened_at_idx" ON "attention"("opened_at");

-- CreateIndex
CREATE INDEX "outbox_due_at_idx" ON "outbox"("due_at");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_cause_key_kind_key" ON "outbox"("cause_key", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "mail_outbox_key_key" ON "mail"("outbox_key");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "audit_entry_subject_id_idx" ON "audit_entry"("subject", "id");

-- AddForeignKey
ALTER TABLE "product" ADD CONSTRAINT "product_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "variant" ADD CONSTRAINT "variant_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart_line" ADD CONSTRAINT "cart_line_cart_id_fkey" FOREIGN KEY ("cart_id") REFERENCES "cart"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart_line" ADD CONSTRAINT "cart_line_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orders" ADD CONSTRAINT "orders_cart_id_fkey" FOREIGN KEY ("cart_id") REFERENCES "cart"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_event" ADD CONSTRAINT "payment_event_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange" ADD CONSTRAINT "exchange_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "callback" ADD CONSTRAINT "callback_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attention" ADD CONSTRAINT "attention_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What the Prisma schema cannot say: the last line of defence ────────────────

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX product_search_trgm ON product USING gin (search_text gin_trgm_ops);

ALTER SEQUENCE orders_number_seq RESTART WITH 100001;

ALTER TABLE product ADD CONSTRAINT product_price_positive CHECK (price > 0),
  ADD CONSTRAINT product_vat_rate_known CHECK (vat_rate IN (0, 11, 24));
ALTER TABLE variant ADD CONSTRAINT variant_held_within_stock CHECK (on_hand >= 0 AND held >= 0 AND held <= on_hand);
ALTER TABLE cart_line ADD CONSTRAINT cart_line_quantity_1_to_99 CHECK (quantity BETWEEN 1 AND 99);

ALTER TABLE orders
  ADD CONSTRAINT orders_state_known CHECK (state IN ('open', 'paid', 'expired', 'cancelled')),
  ADD CONSTRAINT orders_stock_known CHECK (stock IN ('held', 'sold', 'released')),
  ADD CONSTRAINT orders_amounts CHECK (total > 0 AND vat_total >= 0 AND vat_total < total AND delivery_price >= 0),
  -- An order that waits for money holds its goods.
  ADD CONSTRAINT orders_open_holds_stock CHECK (state <> 'open' OR stock = 'held');
ALTER TABLE order_line
  ADD CONSTRAINT order_line_amounts CHECK (quantity BETWEEN 1 AND 99 AND unit_price > 0 AND line_total = quantity * unit_price AND vat_amount BETWEEN 0 AND line_total);

ALTER TABLE payment
  ADD CONSTRAINT payment_state_known CHECK (state IN ('created', 'sent', 'unknown', 'pending', 'needs_code', 'reserved', 'confirming',
    'confirm_unknown', 'cancelling', 'confirmed', 'declined', 'cancelled', 'expired', 'failed', 'late_unhonoured', 'surplus')),
  ADD CONSTRAINT payment_amount_positive CHECK (amount > 0),
  ADD CONSTRAINT payment_capture_mode_known CHECK (capture_mode IN ('automatic', 'callback', 'manual')),
  ADD CONSTRAINT payment_capture_by_known CHECK (capture_by IN ('shop', 'merchant')),
  ADD CONSTRAINT payment_check_pace CHECK (check_every_ms BETWEEN 1000 AND 600000),
  -- Nothing can be captured that the provider has not named.
  ADD CONSTRAINT payment_money_has_transaction CHECK (state NOT IN ('reserved', 'confirming', 'confirm_unknown', 'confirmed', 'surplus') OR transaction_id IS NOT NULL);

-- At most one payment of an order can still take money, and at most one has.
CREATE UNIQUE INDEX payment_one_active ON payment (order_id) WHERE state IN
  ('created', 'sent', 'unknown', 'pending', 'needs_code', 'reserved', 'confirming', 'confirm_unknown', 'cancelling');
CREATE UNIQUE INDEX payment_one_confirmed ON payment (order_id) WHERE state = 'confirmed';
CREATE UNIQUE INDEX attention_open_once ON attention (payment_id, kind) WHERE cleared_at IS NULL;
ALTER TABLE attention ADD CONSTRAINT attention_cleared_by_someone CHECK
  (cleared_at IS NULL OR (cleared_by IS NOT NULL AND length(cleared_why) > 0));

ALTER TABLE users ADD CONSTRAINT users_role_known CHECK (role IN ('viewer', 'cashier', 'clerk', 'manager', 'owner'));

-- The names of a payment, ours and the provider one, are bound once, and a frozen amount stays frozen.
CREATE FUNCTION payment_keeps_identity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.id <> OLD.id OR NEW.order_id <> OLD.order_id OR NEW.reference <> OLD.reference OR NEW.amount <> OLD.amount
     OR NEW.currency <> OLD.currency OR NEW.gateway <> OLD.gateway OR NEW.capture_mode <> OLD.capture_mode
     OR (OLD.transaction_id IS NOT NULL AND NEW.transaction_id IS DISTINCT FROM OLD.transaction_id) THEN
    RAISE EXCEPTION 'payment %: identity and amount never change', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.version < OLD.version THEN
    RAISE EXCEPTION 'payment %: version never falls', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payment_keeps_identity BEFORE UPDATE ON payment FOR EACH ROW EXECUTE FUNCTION payment_keeps_identity();

CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER payment_event_append_only BEFORE UPDATE OR DELETE ON payment_event FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION append_only();

-- An exchange is completed once, and what was sent is never rewritten.
CREATE FUNCTION exchange_completed_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.completed_at IS NOT NULL OR NEW.operation <> OLD.operation OR NEW.sent_at <> OLD.sent_at
     OR NEW.request::text <> OLD.request::text OR NEW.payment_id <> OLD.payment_id THEN
    RAISE EXCEPTION 'exchange % is append-only', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER exchange_completed_once BEFORE UPDATE OR DELETE ON exchange FOR EACH ROW EXECUTE FUNCTION exchange_completed_once();
