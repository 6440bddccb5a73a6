-- CreateTable
CREATE TABLE "daily_compare" (
    "day" DATE NOT NULL,
    "planned" INTEGER NOT NULL,
    "compared" INTEGER NOT NULL DEFAULT 0,
    "differing" INTEGER NOT NULL DEFAULT 0,
    "unanswered" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "daily_compare_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "compare_item" (
    "id" BIGSERIAL NOT NULL,
    "day" DATE NOT NULL,
    "payment_id" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "compare_item_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "compare_item_due_at_id_idx" ON "compare_item"("due_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "compare_item_day_payment_id_key" ON "compare_item"("day", "payment_id");

-- AddForeignKey
ALTER TABLE "compare_item" ADD CONSTRAINT "compare_item_day_fkey" FOREIGN KEY ("day") REFERENCES "daily_compare"("day") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "compare_item" ADD CONSTRAINT "compare_item_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
