-- CreateTable
CREATE TABLE "provider_budget" (
    "gateway" TEXT NOT NULL,
    "tokens" DOUBLE PRECISION NOT NULL,
    "filled_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "provider_budget_pkey" PRIMARY KEY ("gateway")
);

-- CreateIndex
CREATE INDEX "exchange_sent_at_idx" ON "exchange"("sent_at");
