-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "forgotten_at" TIMESTAMPTZ(3),
ADD COLUMN     "shopper_id" TEXT;

-- CreateTable
CREATE TABLE "shopper" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shopper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shopper_session" (
    "hash" TEXT NOT NULL,
    "shopper_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shopper_session_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "shopper_letter" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "hash" TEXT,
    "name" TEXT,
    "password_hash" TEXT,
    "locale" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shopper_letter_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "orders_shopper_id_number_idx" ON "orders"("shopper_id", "number" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "shopper_email_key" ON "shopper"("email");

-- CreateIndex
CREATE INDEX "shopper_session_shopper_id_idx" ON "shopper_session"("shopper_id");

-- CreateIndex
CREATE INDEX "shopper_session_expires_at_idx" ON "shopper_session"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "shopper_letter_hash_key" ON "shopper_letter"("hash");

-- CreateIndex
CREATE INDEX "shopper_letter_email_idx" ON "shopper_letter"("email");

-- CreateIndex
CREATE INDEX "shopper_letter_expires_at_idx" ON "shopper_letter"("expires_at");

-- AddForeignKey
ALTER TABLE "orders" ADD CONSTRAINT "orders_shopper_id_fkey" FOREIGN KEY ("shopper_id") REFERENCES "shopper"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shopper_session" ADD CONSTRAINT "shopper_session_shopper_id_fkey" FOREIGN KEY ("shopper_id") REFERENCES "shopper"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is forgotten is forgotten whole.
ALTER TABLE orders ADD CONSTRAINT orders_forgotten_whole
  CHECK (forgotten_at IS NULL OR (num_nonnulls(phone, address, postcode, city, shopper_id) = 0 AND email LIKE '%@deleted.invalid'));

-- One account to an address, however it is typed.
ALTER TABLE shopper ADD CONSTRAINT shopper_email_folded CHECK (email = lower(email) AND email <> '');
ALTER TABLE shopper_letter
  ADD CONSTRAINT shopper_letter_kind_known CHECK (kind IN ('sign_up', 'reset')),
  ADD CONSTRAINT shopper_letter_complete CHECK ((kind = 'sign_up') = (name IS NOT NULL) AND (kind = 'sign_up') = (password_hash IS NOT NULL));

-- A shopper's orders are also those placed with the address of the account; a page of them costs one range of this index.
CREATE INDEX orders_email_number ON orders (lower(email), number DESC);
CREATE INDEX mail_recipient ON mail (lower("to"));
