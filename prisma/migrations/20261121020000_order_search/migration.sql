-- CreateIndex
CREATE INDEX "orders_state_number_idx" ON "orders"("state", "number" DESC);

-- The merchant looks for a part of a name or an e-mail address.
CREATE INDEX orders_customer_trgm ON orders USING gin (name gin_trgm_ops, email gin_trgm_ops);
