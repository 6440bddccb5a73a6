-- CreateIndex
CREATE INDEX "payment_payer_hint_idx" ON "payment"("payer_hint");
