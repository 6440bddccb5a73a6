-- CreateTable
CREATE TABLE "payment_settlement" (
    "payment_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "named_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payment_settlement_pkey" PRIMARY KEY ("payment_id")
);

-- CreateIndex
CREATE INDEX "payment_settlement_day_payment_id_idx" ON "payment_settlement"("day", "payment_id");

-- AddForeignKey
ALTER TABLE "payment_settlement" ADD CONSTRAINT "payment_settlement_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- When money taken on a day is settled: so many days after, and then, where one is agreed, on the first such weekday
-- after that (1 is Monday). Null where nothing is agreed.
CREATE FUNCTION settlement_day(taken date, after_days int, weekday int) RETURNS date IMMUTABLE PARALLEL SAFE LANGUAGE sql
  RETURN taken + after_days + CASE WHEN weekday IS NULL THEN 0 ELSE (weekday - extract(isodow FROM taken + after_days)::int + 6) % 7 + 1 END;
