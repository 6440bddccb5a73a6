-- CreateTable
CREATE TABLE "page_change" (
    "id" BIGSERIAL NOT NULL,
    "tag" TEXT NOT NULL,
    "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "page_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "page_change_xid_idx" ON "page_change"("xid");

-- CreateIndex
CREATE INDEX "page_change_at_idx" ON "page_change"("at");

-- Whoever changes what a page of the catalogue shows, the shop, the seed or a person with psql, leaves a line
-- here, in the same transaction; lib/page-cache reads them. Lines are only ever added, so no purchase waits for
-- another because of them.

-- A statement that changes more than so many pages changes "everything": a million rows copied in are one line.
CREATE FUNCTION page_change_note(tags text[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO page_change (tag)
  SELECT unnest(CASE WHEN cardinality(tags) > 500 THEN ARRAY['everything'] ELSE tags END);
$$;

-- product:ID is a product as its page and the lists show it; cards:CATEGORY is any product of a category, for its
-- list; category:CATEGORY is which products stand in it, in what order, and what it is called; categories is which
-- there are. A category is named by its slug.

CREATE FUNCTION page_change_product_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM page_change_note(ARRAY(
    SELECT 'category:' || c.slug FROM category c WHERE c.id IN (SELECT category_id FROM changed_new)));
  RETURN NULL;
END $$;

CREATE FUNCTION page_change_product_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM page_change_note(ARRAY(
    SELECT DISTINCT tag
    FROM changed_old o
    JOIN changed_new n USING (id)
    JOIN category c ON c.id IN (o.category_id, n.category_id)
    CROSS JOIN LATERAL (
      SELECT unnest(ARRAY['product:' || o.id, 'cards:' || c.slug]) AS tag
      UNION ALL
      SELECT 'category:' || c.slug WHERE (o.category_id, o.popularity) IS DISTINCT FROM (n.category_id, n.popularity)
    ) AS shown
    WHERE o.* IS DISTINCT FROM n.*
    LIMIT 501));
  RETURN NULL;
END $$;

CREATE FUNCTION page_change_product_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM page_change_note(ARRAY(
    SELECT 'category:' || c.slug FROM category c WHERE c.id IN (SELECT category_id FROM changed_old)
    UNION
    SELECT 'product:' || id FROM changed_old
    LIMIT 501));
  RETURN NULL;
END $$;

-- What a shopper sees of the stock: sold out, the exact number when it is small, else only that there is some.
-- 4 is one more than the last number that is named (lib/catalogue/stock-state.ts); a test holds the two together.
CREATE FUNCTION page_change_shown_stock(on_hand int, held int) RETURNS int LANGUAGE sql IMMUTABLE AS $$
  SELECT least(greatest(on_hand - held, 0), 4);
$$;

CREATE FUNCTION page_change_note_products(products int[]) RETURNS void LANGUAGE sql AS $$
  SELECT page_change_note(ARRAY(
    SELECT DISTINCT tag
    FROM product p
    JOIN category c ON c.id = p.category_id
    CROSS JOIN LATERAL unnest(ARRAY['product:' || p.id, 'cards:' || c.slug]) AS tag
    WHERE p.id = ANY (products)
    LIMIT 501));
$$;

CREATE FUNCTION page_change_variant_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM page_change_note_products(ARRAY(
    SELECT DISTINCT product
    FROM changed_old o
    JOIN changed_new n USING (id)
    CROSS JOIN LATERAL unnest(ARRAY[o.product_id, n.product_id]) AS product
    WHERE (o.product_id, o.size, o.position, page_change_shown_stock(o.on_hand, o.held))
       IS DISTINCT FROM (n.product_id, n.size, n.position, page_change_shown_stock(n.on_hand, n.held))
    LIMIT 501));
  RETURN NULL;
END $$;

CREATE FUNCTION page_change_variant_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM page_change_note_products(ARRAY(SELECT DISTINCT product_id FROM changed_new LIMIT 501));
  RETURN NULL;
END $$;

CREATE FUNCTION page_change_variant_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM page_change_note_products(ARRAY(SELECT DISTINCT product_id FROM changed_old LIMIT 501));
  RETURN NULL;
END $$;

CREATE FUNCTION page_change_category_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM page_change_note(ARRAY(
    SELECT DISTINCT tag
    FROM changed_old o
    JOIN changed_new n USING (id)
    CROSS JOIN LATERAL unnest(ARRAY['categories', 'category:' || o.slug, 'category:' || n.slug]) AS tag
    WHERE o.* IS DISTINCT FROM n.*));
  RETURN NULL;
END $$;

CREATE FUNCTION page_change_category_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM page_change_note(ARRAY(SELECT DISTINCT 'categories' FROM changed_new));
  RETURN NULL;
END $$;

CREATE FUNCTION page_change_category_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM page_change_note(ARRAY(SELECT 'category:' || slug FROM changed_old UNION SELECT 'categories' FROM changed_old));
  RETURN NULL;
END $$;

CREATE FUNCTION page_change_everything() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM page_change_note(ARRAY['everything']);
  RETURN NULL;
END $$;

CREATE TRIGGER page_change_added AFTER INSERT ON product
  REFERENCING NEW TABLE AS changed_new FOR EACH STATEMENT EXECUTE FUNCTION page_change_product_added();
CREATE TRIGGER page_change_changed AFTER UPDATE ON product
  REFERENCING OLD TABLE AS changed_old NEW TABLE AS changed_new FOR EACH STATEMENT EXECUTE FUNCTION page_change_product_changed();
CREATE TRIGGER page_change_removed AFTER DELETE ON product
  REFERENCING OLD TABLE AS changed_old FOR EACH STATEMENT EXECUTE FUNCTION page_change_product_removed();
CREATE TRIGGER page_change_emptied AFTER TRUNCATE ON product FOR EACH STATEMENT EXECUTE FUNCTION page_change_everything();

CREATE TRIGGER page_change_added AFTER INSERT ON variant
  REFERENCING NEW TABLE AS changed_new FOR EACH STATEMENT EXECUTE FUNCTION page_change_variant_added();
CREATE TRIGGER page_change_changed AFTER UPDATE ON variant
  REFERENCING OLD TABLE AS changed_old NEW TABLE AS changed_new FOR EACH STATEMENT EXECUTE FUNCTION page_change_variant_changed();
CREATE TRIGGER page_change_removed AFTER DELETE ON variant
  REFERENCING OLD TABLE AS changed_old FOR EACH STATEMENT EXECUTE FUNCTION page_change_variant_removed();
CREATE TRIGGER page_change_emptied AFTER TRUNCATE ON variant FOR EACH STATEMENT EXECUTE FUNCTION page_change_everything();

CREATE TRIGGER page_change_added AFTER INSERT ON category
  REFERENCING NEW TABLE AS changed_new FOR EACH STATEMENT EXECUTE FUNCTION page_change_category_added();
CREATE TRIGGER page_change_changed AFTER UPDATE ON category
  REFERENCING OLD TABLE AS changed_old NEW TABLE AS changed_new FOR EACH STATEMENT EXECUTE FUNCTION page_change_category_changed();
CREATE TRIGGER page_change_removed AFTER DELETE ON category
  REFERENCING OLD TABLE AS changed_old FOR EACH STATEMENT EXECUTE FUNCTION page_change_category_removed();
CREATE TRIGGER page_change_emptied AFTER TRUNCATE ON category FOR EACH STATEMENT EXECUTE FUNCTION page_change_everything();
