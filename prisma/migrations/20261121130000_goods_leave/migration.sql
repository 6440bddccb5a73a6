-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "reserved" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "order_leaving" (
    "id" BIGSERIAL NOT NULL,
    "order_id" TEXT NOT NULL,
    "payment_id" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "tracking_url" TEXT,
    "actor" TEXT NOT NULL,
    "form_key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "order_leaving_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "order_leaving_form_key_key" ON "order_leaving"("form_key");

-- CreateIndex
CREATE INDEX "order_leaving_order_id_id_idx" ON "order_leaving"("order_id", "id");

-- CreateIndex
CREATE INDEX "order_leaving_payment_id_idx" ON "order_leaving"("payment_id");

-- AddForeignKey
ALTER TABLE "order_leaving" ADD CONSTRAINT "order_leaving_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_leaving" ADD CONSTRAINT "order_leaving_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who takes the money of a reservation: the shop at once, a person, or the shop when its goods leave, which they now do.
ALTER TABLE payment DROP CONSTRAINT payment_capture_by_known;
ALTER TABLE payment ADD CONSTRAINT payment_capture_by_known CHECK (capture_by IN ('shop', 'merchant', 'goods', 'leaving'));

-- Handed over is a step of its own.
ALTER TABLE orders DROP CONSTRAINT orders_fulfilment_known;
ALTER TABLE orders ADD CONSTRAINT orders_fulfilment_known CHECK (fulfilment IN ('packed', 'ready', 'sent', 'collected'));
ALTER TABLE order_step DROP CONSTRAINT order_step_known;
ALTER TABLE order_step ADD CONSTRAINT order_step_known CHECK (step IN ('packed', 'ready', 'sent', 'collected'));

ALTER TABLE order_leaving
  -- Packed goods are still here.
  ADD CONSTRAINT order_leaving_step CHECK (step IN ('ready', 'sent', 'collected')),
  ADD CONSTRAINT order_leaving_tracking CHECK (tracking_url IS NULL OR (step = 'sent' AND tracking_url ~ '^https?://' AND length(tracking_url) <= 500)),
  ADD CONSTRAINT order_leaving_ended CHECK ((ended_at IS NULL) = (outcome IS NULL)),
  ADD CONSTRAINT order_leaving_outcome CHECK (outcome IN ('taken', 'refused', 'over', 'kept'));
CREATE UNIQUE INDEX order_leaving_one_open ON order_leaving (order_id) WHERE ended_at IS NULL;

-- The list of what is to be packed must not ask every order for its payments.
CREATE FUNCTION order_keeps_reserved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE orders o SET reserved = r.is FROM (
    SELECT EXISTS (
      SELECT 1 FROM payment p WHERE p.order_id = NEW.order_id AND p.capture_by IN ('goods', 'leaving')
        AND p.state IN ('reserved', 'confirming', 'confirm_unknown') AND NOT p.needs_yes) AS is) r
  WHERE o.id = NEW.order_id AND o.reserved <> r.is;
  RETURN NULL;
END $$;
CREATE TRIGGER order_keeps_reserved AFTER INSERT OR UPDATE OF state, capture_by, needs_yes ON payment
  FOR EACH ROW WHEN (NEW.capture_by <> 'shop') EXECUTE FUNCTION order_keeps_reserved();

-- Nobody packs what is neither paid nor reserved, or what was paid back; nothing leaves before its money is there.
CREATE OR REPLACE FUNCTION order_step_of_paid() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM orders WHERE id = NEW.order_id AND channel = 'webshop'
    AND (state IN ('paid', 'part_refunded') OR (state = 'open' AND reserved AND NEW.step = 'packed')) FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'order % is not to be packed: it is not paid, or was sold at a till', NEW.order_id;
  END IF;
  RETURN NEW;
END $$;

-- What is to be packed, and what is packed or ready and still here: few rows of many, the newest or the dearest first.
DROP INDEX orders_to_pack;
DROP INDEX orders_to_pack_by_amount;
CREATE INDEX orders_to_pack ON orders (number DESC)
  WHERE fulfilment IS NULL AND channel = 'webshop' AND (state IN ('paid', 'part_refunded') OR reserved);
CREATE INDEX orders_to_pack_by_amount ON orders (total DESC, number DESC)
  WHERE fulfilment IS NULL AND channel = 'webshop' AND (state IN ('paid', 'part_refunded') OR reserved);
CREATE INDEX orders_still_here ON orders (fulfilment, number DESC)
  WHERE fulfilment IN ('packed', 'ready') AND channel = 'webshop' AND (state IN ('paid', 'part_refunded') OR reserved);
CREATE INDEX orders_still_here_by_amount ON orders (fulfilment, total DESC, number DESC)
  WHERE fulfilment IN ('packed', 'ready') AND channel = 'webshop' AND (state IN ('paid', 'part_refunded') OR reserved);
