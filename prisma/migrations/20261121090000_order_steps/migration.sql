-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "fulfilment" TEXT;

-- CreateTable
CREATE TABLE "order_step" (
    "id" BIGSERIAL NOT NULL,
    "order_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "tracking_url" TEXT,
    "actor" TEXT NOT NULL,
    "form_key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "order_step_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "order_step_form_key_key" ON "order_step"("form_key");

-- CreateIndex
CREATE UNIQUE INDEX "order_step_order_id_position_key" ON "order_step"("order_id", "position");

-- AddForeignKey
ALTER TABLE "order_step" ADD CONSTRAINT "order_step_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE orders
  ADD CONSTRAINT orders_fulfilment_known CHECK (fulfilment IN ('packed', 'ready', 'sent'));
ALTER TABLE order_step
  ADD CONSTRAINT order_step_known CHECK (step IN ('packed', 'ready', 'sent')),
  ADD CONSTRAINT order_step_position CHECK (position > 0),
  -- It becomes a link in the shopper's mail and on their page.
  ADD CONSTRAINT order_step_tracking CHECK (tracking_url IS NULL OR (step = 'sent' AND tracking_url ~ '^https?://' AND length(tracking_url) <= 500));

-- Nobody packs what is not paid, or what was paid back.
CREATE FUNCTION order_step_of_paid() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM orders WHERE id = NEW.order_id AND state IN ('paid', 'part_refunded') AND channel = 'webshop' FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'order % is not to be packed: it is not paid, or was sold at a till', NEW.order_id;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER order_step_of_paid BEFORE INSERT ON order_step FOR EACH ROW EXECUTE FUNCTION order_step_of_paid();
CREATE TRIGGER order_step_append_only BEFORE UPDATE OR DELETE ON order_step FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER order_step_no_truncate BEFORE TRUNCATE ON order_step FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- What is to be packed: few rows of many, the newest first.
CREATE INDEX orders_to_pack ON orders (number DESC)
  WHERE fulfilment IS NULL AND channel = 'webshop' AND state IN ('paid', 'part_refunded');
