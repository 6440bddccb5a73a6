-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "created_by" TEXT,
ADD COLUMN     "location_id" TEXT,
ADD COLUMN     "register_id" TEXT;

-- AlterTable
ALTER TABLE "order_line" ALTER COLUMN "variant_id" DROP NOT NULL,
ALTER COLUMN "drawing" DROP NOT NULL,
ALTER COLUMN "slug" DROP NOT NULL;

-- AlterTable
ALTER TABLE "payment" ADD COLUMN     "code_tries" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "refund" (
    "id" TEXT NOT NULL,
    "payment_id" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'requested',
    "idempotency_key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "form_key" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "code" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "next_try_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,
    "unknown_since" TIMESTAMPTZ(3),
    "claim_token" TEXT,
    "claim_until" TIMESTAMPTZ(3) NOT NULL DEFAULT 'epoch',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "refund_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "refund_idempotency_key_key" ON "refund"("idempotency_key");

-- CreateIndex
CREATE UNIQUE INDEX "refund_form_key_key" ON "refund"("form_key");

-- CreateIndex
CREATE INDEX "refund_payment_id_created_at_idx" ON "refund"("payment_id", "created_at");

-- CreateIndex
CREATE INDEX "refund_next_try_at_idx" ON "refund"("next_try_at");

-- CreateIndex
CREATE INDEX "orders_created_by_number_idx" ON "orders"("created_by", "number" DESC);

-- AddForeignKey
ALTER TABLE "refund" ADD CONSTRAINT "refund_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An order can have given its money back, in parts or in full.
ALTER TABLE orders DROP CONSTRAINT orders_state_known;
ALTER TABLE orders
  ADD CONSTRAINT orders_state_known CHECK (state IN ('open', 'paid', 'part_refunded', 'refunded', 'expired', 'cancelled')),
  ADD CONSTRAINT orders_channel_known CHECK (channel IN ('webshop', 'pos')),
  -- Only a till sells to somebody without a name, and it says where and by whom.
  ADD CONSTRAINT orders_till_or_name CHECK (CASE channel
    WHEN 'pos' THEN created_by IS NOT NULL AND location_id IS NOT NULL AND register_id IS NOT NULL
    ELSE name <> '' AND email <> '' END);
ALTER TABLE order_line
  ADD CONSTRAINT order_line_goods_or_amount CHECK ((variant_id IS NULL) = (drawing IS NULL) AND (variant_id IS NULL) = (slug IS NULL));
ALTER TABLE payment
  ADD CONSTRAINT payment_code_tries CHECK (code_tries BETWEEN 0 AND 5);
ALTER TABLE refund
  ADD CONSTRAINT refund_state_known CHECK (state IN ('requested', 'sent', 'unknown', 'succeeded', 'refused')),
  ADD CONSTRAINT refund_amount_positive CHECK (amount > 0),
  ADD CONSTRAINT refund_reason_given CHECK (length(reason) > 0);

-- The last line, not the first: whatever asks for refunds at once, together they stay within the money that was taken.
CREATE FUNCTION refund_within_captured() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  taken payment%ROWTYPE;
  spent bigint;
BEGIN
  SELECT * INTO taken FROM payment WHERE id = NEW.payment_id FOR UPDATE;
  IF taken.state NOT IN ('confirmed', 'surplus') OR taken.currency <> NEW.currency THEN
    RAISE EXCEPTION 'payment %: there is no money to give back', NEW.payment_id USING ERRCODE = 'check_violation';
  END IF;
  SELECT coalesce(sum(amount), 0) INTO spent FROM refund WHERE payment_id = NEW.payment_id AND state <> 'refused';
  IF spent + NEW.amount > taken.amount THEN
    RAISE EXCEPTION 'payment %: refunds would exceed what was taken', NEW.payment_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refund_within_captured BEFORE INSERT ON refund FOR EACH ROW EXECUTE FUNCTION refund_within_captured();

-- What was asked for under a key stays; an end is an end, or a refused refund could spend its freed amount again.
CREATE FUNCTION refund_keeps_promise() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.id <> OLD.id OR NEW.payment_id <> OLD.payment_id OR NEW.amount <> OLD.amount OR NEW.currency <> OLD.currency
     OR NEW.idempotency_key <> OLD.idempotency_key OR NEW.request_hash <> OLD.request_hash OR NEW.form_key <> OLD.form_key
     OR NEW.reason <> OLD.reason OR NEW.actor <> OLD.actor
     OR (OLD.state IN ('succeeded', 'refused') AND NEW.state <> OLD.state) THEN
    RAISE EXCEPTION 'refund %: what was asked for, and how it ended, never change', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refund_keeps_promise BEFORE UPDATE OR DELETE ON refund FOR EACH ROW EXECUTE FUNCTION refund_keeps_promise();
