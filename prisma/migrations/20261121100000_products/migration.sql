-- AlterTable
ALTER TABLE "product" ADD COLUMN     "low_stock" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- ── What the Prisma schema cannot say ──────────────────────────────────────────

-- Whoever changes what an editor has before the eyes, the admin or a person with psql, gives it another version, so
-- that two editors cannot overwrite each other unseen. Stock and popularity change by themselves and are no edit.
CREATE FUNCTION product_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.version := greatest(NEW.version, OLD.version + 1);
  RETURN NEW;
END $$;
CREATE TRIGGER product_version BEFORE UPDATE ON product FOR EACH ROW
  WHEN ((OLD.slug, OLD.category_id, OLD.name_is, OLD.name_en, OLD.description_is, OLD.description_en, OLD.price, OLD.vat_rate, OLD.drawing, OLD.weight)
    IS DISTINCT FROM (NEW.slug, NEW.category_id, NEW.name_is, NEW.name_en, NEW.description_is, NEW.description_en, NEW.price, NEW.vat_rate, NEW.drawing, NEW.weight))
  EXECUTE FUNCTION product_version();

-- Few or none left of some size: 3 is the last number the shop calls few (lib/catalogue/stock-state.ts); a test holds
-- the two together. The merchant's list of such products is read from an index that holds nothing else.
CREATE FUNCTION is_low(on_hand int, held int) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN on_hand - held <= 3;
CREATE INDEX product_low ON product (id) WHERE low_stock;
CREATE INDEX product_low_in_category ON product (category_id, id) WHERE low_stock;

CREATE OR REPLACE FUNCTION product_sizes_refresh(products int[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM product WHERE id = ANY(products) ORDER BY id FOR NO KEY UPDATE;
  UPDATE product p SET sizes = now_there.sizes, in_stock = now_there.in_stock, low_stock = now_there.low_stock
  FROM (SELECT asked.id, coalesce(bit_or(size_bit(v.size)), 0) AS sizes,
               coalesce(bit_or(size_bit(v.size)) FILTER (WHERE v.on_hand > v.held), 0) AS in_stock,
               coalesce(bool_or(is_low(v.on_hand, v.held)), false) AS low_stock
        FROM unnest(products) AS asked(id) LEFT JOIN variant v ON v.product_id = asked.id GROUP BY asked.id) AS now_there
  WHERE p.id = now_there.id AND (p.sizes, p.in_stock, p.low_stock) IS DISTINCT FROM (now_there.sizes, now_there.in_stock, now_there.low_stock);
END $$;

-- As before, and also when a size becomes low or is no longer.
DROP TRIGGER variant_changed ON variant;
CREATE TRIGGER variant_changed AFTER UPDATE OF on_hand, held, size, product_id ON variant FOR EACH ROW
  WHEN ((OLD.on_hand > OLD.held) <> (NEW.on_hand > NEW.held) OR is_low(OLD.on_hand, OLD.held) <> is_low(NEW.on_hand, NEW.held)
    OR OLD.size <> NEW.size OR OLD.product_id <> NEW.product_id)
  EXECUTE FUNCTION variant_changed();
DROP TRIGGER variant_settled ON variant;
CREATE CONSTRAINT TRIGGER variant_settled AFTER UPDATE OF on_hand, held, size, product_id ON variant
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((OLD.on_hand > OLD.held) <> (NEW.on_hand > NEW.held) OR is_low(OLD.on_hand, OLD.held) <> is_low(NEW.on_hand, NEW.held)
    OR OLD.size <> NEW.size OR OLD.product_id <> NEW.product_id)
  EXECUTE FUNCTION variant_settled();

-- For the products that are already there.
SELECT product_sizes_refresh(ARRAY(SELECT id FROM product ORDER BY id));
