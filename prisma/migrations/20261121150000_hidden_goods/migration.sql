-- AlterTable
ALTER TABLE "product" ADD COLUMN     "form_key" TEXT,
ADD COLUMN     "hidden" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "variant" ADD COLUMN     "hidden" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "cart_line_variant_id_idx" ON "cart_line"("variant_id");

-- CreateIndex
CREATE INDEX "order_line_variant_id_idx" ON "order_line"("variant_id");

-- ── What the Prisma schema cannot say ──────────────────────────────────────────

-- What is hidden is not in the indexes the shop's lists are read by: it costs them nothing, however much of it there is.
DROP INDEX product_category_popular;
DROP INDEX product_category_newest;
DROP INDEX product_category_price;
DROP INDEX product_category_facets;
CREATE INDEX product_category_popular ON product (category_id, popularity, id) INCLUDE (garment, colour, price, sizes, in_stock) WHERE NOT hidden;
CREATE INDEX product_category_newest ON product (category_id, id) INCLUDE (garment, colour, price, sizes, in_stock) WHERE NOT hidden;
CREATE INDEX product_category_price ON product (category_id, price, id) INCLUDE (garment, colour, sizes, in_stock) WHERE NOT hidden;
CREATE INDEX product_category_facets ON product (category_id, garment, sizes, colour, price, id) INCLUDE (popularity, in_stock) WHERE NOT hidden;
-- One form makes one product. Products that came otherwise have no place in it.
CREATE UNIQUE INDEX product_form_key ON product (form_key) WHERE form_key IS NOT NULL;
-- The merchant's list of a category, which has everything.
CREATE INDEX product_of_category ON product (category_id, id);
-- What the merchant hid.
CREATE INDEX product_hidden ON product (id) WHERE hidden;

-- As before, and also when a product is hidden or shown: a file made before would undo it unseen.
DROP TRIGGER product_version ON product;
CREATE TRIGGER product_version BEFORE UPDATE ON product FOR EACH ROW
  WHEN ((OLD.slug, OLD.category_id, OLD.name_is, OLD.name_en, OLD.description_is, OLD.description_en, OLD.price, OLD.vat_rate, OLD.drawing, OLD.weight, OLD.hidden)
    IS DISTINCT FROM (NEW.slug, NEW.category_id, NEW.name_is, NEW.name_en, NEW.description_is, NEW.description_en, NEW.price, NEW.vat_rate, NEW.drawing, NEW.weight, NEW.hidden))
  EXECUTE FUNCTION product_version();

-- A hidden size is none that the shop offers.
CREATE OR REPLACE FUNCTION product_sizes_refresh(products int[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM product WHERE id = ANY(products) ORDER BY id FOR NO KEY UPDATE;
  UPDATE product p SET sizes = now_there.sizes, in_stock = now_there.in_stock, low_stock = now_there.low_stock
  FROM (SELECT asked.id, coalesce(bit_or(size_bit(v.size)), 0) AS sizes,
               coalesce(bit_or(size_bit(v.size)) FILTER (WHERE v.on_hand > v.held), 0) AS in_stock,
               coalesce(bool_or(is_low(v.on_hand, v.held)), false) AS low_stock
        FROM unnest(products) AS asked(id) LEFT JOIN variant v ON v.product_id = asked.id AND NOT v.hidden GROUP BY asked.id) AS now_there
  WHERE p.id = now_there.id AND (p.sizes, p.in_stock, p.low_stock) IS DISTINCT FROM (now_there.sizes, now_there.in_stock, now_there.low_stock);
END $$;

-- As before, and also when a size is hidden or shown again.
DROP TRIGGER variant_changed ON variant;
CREATE TRIGGER variant_changed AFTER UPDATE OF on_hand, held, size, product_id, hidden ON variant FOR EACH ROW
  WHEN ((OLD.on_hand > OLD.held) <> (NEW.on_hand > NEW.held) OR is_low(OLD.on_hand, OLD.held) <> is_low(NEW.on_hand, NEW.held)
    OR OLD.size <> NEW.size OR OLD.product_id <> NEW.product_id OR OLD.hidden <> NEW.hidden)
  EXECUTE FUNCTION variant_changed();
DROP TRIGGER variant_settled ON variant;
CREATE CONSTRAINT TRIGGER variant_settled AFTER UPDATE OF on_hand, held, size, product_id, hidden ON variant
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((OLD.on_hand > OLD.held) <> (NEW.on_hand > NEW.held) OR is_low(OLD.on_hand, OLD.held) <> is_low(NEW.on_hand, NEW.held)
    OR OLD.size <> NEW.size OR OLD.product_id <> NEW.product_id OR OLD.hidden <> NEW.hidden)
  EXECUTE FUNCTION variant_settled();

-- A product that is hidden leaves its category's list, or comes back into it.
CREATE OR REPLACE FUNCTION page_change_product_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM page_change_note(ARRAY(
    SELECT DISTINCT tag
    FROM changed_old o
    JOIN changed_new n USING (id)
    JOIN category c ON c.id IN (o.category_id, n.category_id)
    CROSS JOIN LATERAL (
      SELECT unnest(ARRAY['product:' || o.id, 'cards:' || c.slug]) AS tag
      UNION ALL
      SELECT 'category:' || c.slug WHERE (o.category_id, o.popularity, o.hidden) IS DISTINCT FROM (n.category_id, n.popularity, n.hidden)
    ) AS shown
    WHERE o.* IS DISTINCT FROM n.*
    LIMIT 501));
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION page_change_variant_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM page_change_note_products(ARRAY(
    SELECT DISTINCT product
    FROM changed_old o
    JOIN changed_new n USING (id)
    CROSS JOIN LATERAL unnest(ARRAY[o.product_id, n.product_id]) AS product
    WHERE (o.product_id, o.size, o.position, o.hidden, page_change_shown_stock(o.on_hand, o.held))
       IS DISTINCT FROM (n.product_id, n.size, n.position, n.hidden, page_change_shown_stock(n.on_hand, n.held))
    LIMIT 501));
  RETURN NULL;
END $$;
