-- CreateTable
CREATE TABLE "withdrawal" (
    "id" BIGSERIAL NOT NULL,
    "order_id" TEXT NOT NULL,
    "reason" TEXT,
    "form_key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),
    "settled_by" TEXT,

    CONSTRAINT "withdrawal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "withdrawal_line" (
    "withdrawal_id" BIGINT NOT NULL,
    "order_line_id" INTEGER NOT NULL,
    "quantity" INTEGER NOT NULL,

    CONSTRAINT "withdrawal_line_pkey" PRIMARY KEY ("withdrawal_id","order_line_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "withdrawal_form_key_key" ON "withdrawal"("form_key");

-- CreateIndex
CREATE INDEX "withdrawal_order_id_id_idx" ON "withdrawal"("order_id", "id");

-- CreateIndex
CREATE INDEX "withdrawal_settled_at_order_id_idx" ON "withdrawal"("settled_at", "order_id");

-- AddForeignKey
ALTER TABLE "withdrawal" ADD CONSTRAINT "withdrawal_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "withdrawal_line" ADD CONSTRAINT "withdrawal_line_withdrawal_id_fkey" FOREIGN KEY ("withdrawal_id") REFERENCES "withdrawal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "withdrawal_line" ADD CONSTRAINT "withdrawal_line_order_line_id_fkey" FOREIGN KEY ("order_line_id") REFERENCES "order_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE withdrawal
  ADD CONSTRAINT withdrawal_reason_length CHECK (char_length(reason) BETWEEN 1 AND 1000),
  ADD CONSTRAINT withdrawal_settled_by_someone CHECK ((settled_at IS NULL) = (settled_by IS NULL));
ALTER TABLE withdrawal_line ADD CONSTRAINT withdrawal_line_quantity CHECK (quantity BETWEEN 1 AND 99);
