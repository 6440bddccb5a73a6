-- CreateTable
CREATE TABLE "saved_view" (
    "id" BIGSERIAL NOT NULL,
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_user_id_name_key" ON "saved_view"("user_id", "name");

-- CreateIndex
CREATE INDEX "orders_total_number_idx" ON "orders"("total" DESC, "number" DESC);

-- CreateIndex
CREATE INDEX "orders_state_total_number_idx" ON "orders"("state", "total" DESC, "number" DESC);

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE saved_view
  ADD CONSTRAINT saved_view_name_length CHECK (char_length(name) BETWEEN 1 AND 60),
  ADD CONSTRAINT saved_view_query_length CHECK (length(query) <= 1000);

-- What is to be packed, the dearest first.
CREATE INDEX orders_to_pack_by_amount ON orders (total DESC, number DESC)
  WHERE fulfilment IS NULL AND channel = 'webshop' AND state IN ('paid', 'part_refunded');
