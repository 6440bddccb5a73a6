-- AlterTable
ALTER TABLE "callback" ADD COLUMN     "replay_of" BIGINT;

-- AddForeignKey
ALTER TABLE "callback" ADD CONSTRAINT "callback_replay_of_fkey" FOREIGN KEY ("replay_of") REFERENCES "callback"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "callback_verdict_id_idx" ON "callback"("verdict", "id");

-- CreateIndex
CREATE INDEX "callback_gateway_id_idx" ON "callback"("gateway", "id");

-- CreateIndex
CREATE INDEX "payment_state_created_at_id_idx" ON "payment"("state", "created_at", "id");

-- CreateIndex
CREATE INDEX "payment_created_at_id_idx" ON "payment"("created_at", "id");

-- CreateIndex
CREATE INDEX "audit_entry_at_id_idx" ON "audit_entry"("at", "id");

-- CreateIndex
CREATE INDEX "audit_entry_actor_at_id_idx" ON "audit_entry"("actor", "at", "id");

-- CreateIndex
CREATE INDEX "audit_entry_action_at_id_idx" ON "audit_entry"("action", "at", "id");

-- CreateIndex
CREATE INDEX "orders_paid_at_idx" ON "orders"("paid_at");

-- CreateIndex
CREATE INDEX "refund_state_updated_at_idx" ON "refund"("state", "updated_at");

-- Payments under way, the one that waits longest first.
CREATE INDEX payment_under_way ON payment (created_at, id)
  WHERE state IN ('created', 'sent', 'unknown', 'pending', 'needs_code', 'reserved', 'confirming', 'confirm_unknown', 'cancelling');

-- Row triggers do not see a TRUNCATE.
CREATE TRIGGER payment_event_no_truncate BEFORE TRUNCATE ON payment_event FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- Whoever changes what a person may do, by whatever way, ends the sessions begun under the old rights.
CREATE FUNCTION users_end_sessions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.role <> OLD.role OR NEW.disabled <> OLD.disabled OR NEW.password_hash <> OLD.password_hash THEN
    NEW.session_version := greatest(NEW.session_version, OLD.session_version + 1);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER users_end_sessions BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION users_end_sessions();
