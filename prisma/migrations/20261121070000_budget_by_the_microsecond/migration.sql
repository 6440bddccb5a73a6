-- A time rounded down is time counted twice: at a thousand calls a second, half a call with every call.
-- AlterTable
ALTER TABLE "provider_budget" ALTER COLUMN "filled_at" SET DATA TYPE TIMESTAMPTZ(6);
