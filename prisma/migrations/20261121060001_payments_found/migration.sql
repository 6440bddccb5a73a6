-- CreateIndex
CREATE INDEX "payment_gateway_state_created_at_id_idx" ON "payment"("gateway", "state", "created_at", "id");

-- CreateIndex
CREATE INDEX "payment_transaction_id_idx" ON "payment"("transaction_id");
