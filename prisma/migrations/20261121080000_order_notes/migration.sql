-- CreateTable
CREATE TABLE "order_note" (
    "id" BIGSERIAL NOT NULL,
    "order_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "form_key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "order_note_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "order_note_form_key_key" ON "order_note"("form_key");

-- CreateIndex
CREATE INDEX "order_note_order_id_id_idx" ON "order_note"("order_id", "id");

-- AddForeignKey
ALTER TABLE "order_note" ADD CONSTRAINT "order_note_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE order_note ADD CONSTRAINT order_note_text_length CHECK (char_length(text) BETWEEN 1 AND 1000);

CREATE TRIGGER order_note_append_only BEFORE UPDATE OR DELETE ON order_note FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER order_note_no_truncate BEFORE TRUNCATE ON order_note FOR EACH STATEMENT EXECUTE FUNCTION append_only();
