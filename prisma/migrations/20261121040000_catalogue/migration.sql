-- DropIndex
DROP INDEX "product_category_id_popularity_id_idx";

-- AlterTable
ALTER TABLE "product" ADD COLUMN     "in_stock" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "sizes" BIGINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "category_facet" (
    "category_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "category_facet_pkey" PRIMARY KEY ("category_id","kind","value")
);

-- CreateTable
CREATE TABLE "search_word" (
    "word" TEXT NOT NULL,
    "frequency" INTEGER NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("word")
);

-- AddForeignKey
ALTER TABLE "category_facet" ADD CONSTRAINT "category_facet_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "category"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── What the Prisma schema cannot say ──────────────────────────────────────────

ALTER TABLE category_facet ADD CONSTRAINT category_facet_kind_known CHECK (kind IN ('garment', 'colour', 'size', 'size_set'));
ALTER TABLE search_word ADD CONSTRAINT search_word_in_use CHECK (frequency >= 0 AND word <> '');

-- The search: whole words of the folded text, where a typed word's beginning can be looked up too.
DROP INDEX product_search_trgm;
ALTER TABLE product ADD COLUMN search tsvector GENERATED ALWAYS AS (to_tsvector('simple', search_text)) STORED;
CREATE INDEX product_search ON product USING gin (search);
CREATE INDEX product_popular ON product (popularity, id);
-- In the order of the bytes, whatever the database's own: a word's beginning is looked up by it.
CREATE INDEX search_word_beginning ON search_word (word COLLATE "C") INCLUDE (frequency);
CREATE INDEX search_word_trgm ON search_word USING gin (word gin_trgm_ops);

-- One for each order a category can have. They hold all that a filter looks at, so that passing over a product that
-- doesn't fit reads no row of the table; the last one finds the few that fit a rare choice.
CREATE INDEX product_category_popular ON product (category_id, popularity, id) INCLUDE (garment, colour, price, sizes, in_stock);
CREATE INDEX product_category_newest ON product (category_id, id) INCLUDE (garment, colour, price, sizes, in_stock);
CREATE INDEX product_category_price ON product (category_id, price, id) INCLUDE (garment, colour, sizes, in_stock);
CREATE INDEX product_category_facets ON product (category_id, garment, sizes, colour, price, id) INCLUDE (popularity, in_stock);

-- A size as one of 63 bits (lib/catalogue/size-bit.ts). Two sizes may share one: the bits choose what is worth a look.
CREATE FUNCTION size_bit(size text) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN 1::bigint << ((('x' || substr(md5(size), 1, 7))::bit(28)::int) % 63);

-- Writes down which sizes of these products there are, and which can be bought. The rows are locked in the order of
-- their ids before anything is read, in a statement of its own: it sees what whoever held a lock before has committed.
CREATE FUNCTION product_sizes_refresh(products int[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM product WHERE id = ANY(products) ORDER BY id FOR NO KEY UPDATE;
  UPDATE product p SET sizes = now_there.sizes, in_stock = now_there.in_stock
  FROM (SELECT asked.id, coalesce(bit_or(size_bit(v.size)), 0) AS sizes,
               coalesce(bit_or(size_bit(v.size)) FILTER (WHERE v.on_hand > v.held), 0) AS in_stock
        FROM unnest(products) AS asked(id) LEFT JOIN variant v ON v.product_id = asked.id GROUP BY asked.id) AS now_there
  WHERE p.id = now_there.id AND (p.sizes, p.in_stock) IS DISTINCT FROM (now_there.sizes, now_there.in_stock);
END $$;

CREATE FUNCTION variant_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM product_sizes_refresh(ARRAY(SELECT DISTINCT product_id FROM added));
  INSERT INTO category_facet (category_id, kind, value, position)
  SELECT p.category_id, 'size', a.size, min(a.position) FROM added a JOIN product p ON p.id = a.product_id
  GROUP BY 1, 3 ORDER BY 1, 3 ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER variant_added AFTER INSERT ON variant REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION variant_added();

CREATE FUNCTION variant_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM product_sizes_refresh(ARRAY(SELECT DISTINCT product_id FROM removed));
  RETURN NULL;
END $$;
CREATE TRIGGER variant_removed AFTER DELETE ON variant REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION variant_removed();

-- A purchase touches variants one after the other. Were each to take its product's lock at once, two purchases could
-- wait for each other. So they only write down which products they changed, when the last piece goes or the first
-- comes back, and all of them are settled together when the transaction commits, in the order of their ids.
CREATE FUNCTION variant_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('shop.products_to_settle',
    concat_ws(',', nullif(current_setting('shop.products_to_settle', true), ''), OLD.product_id, NEW.product_id), true);
  IF NEW.size <> OLD.size OR NEW.product_id <> OLD.product_id THEN
    INSERT INTO category_facet (category_id, kind, value, position)
    SELECT category_id, 'size', NEW.size, NEW.position FROM product WHERE id = NEW.product_id ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER variant_changed AFTER UPDATE OF on_hand, held, size, product_id ON variant FOR EACH ROW
  WHEN ((OLD.on_hand > OLD.held) <> (NEW.on_hand > NEW.held) OR OLD.size <> NEW.size OR OLD.product_id <> NEW.product_id)
  EXECUTE FUNCTION variant_changed();

CREATE FUNCTION variant_settled() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  noted text := current_setting('shop.products_to_settle', true);
BEGIN
  IF noted <> '' THEN
    PERFORM set_config('shop.products_to_settle', '', true);
    PERFORM product_sizes_refresh(ARRAY(SELECT DISTINCT unnest(string_to_array(noted, ',')::int[])));
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER variant_settled AFTER UPDATE OF on_hand, held, size, product_id ON variant
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((OLD.on_hand > OLD.held) <> (NEW.on_hand > NEW.held) OR OLD.size <> NEW.size OR OLD.product_id <> NEW.product_id)
  EXECUTE FUNCTION variant_settled();

-- What a category's filters offer. An offer stays when its last product goes: then its list is empty, not wrong.
CREATE FUNCTION product_offered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO category_facet (category_id, kind, value)
  SELECT NEW.category_id, kind, value
  FROM (VALUES ('colour', NEW.colour), ('garment', NEW.garment), ('size_set', NEW.sizes::text)) AS offer(kind, value)
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER product_offered_new AFTER INSERT ON product FOR EACH ROW EXECUTE FUNCTION product_offered();
CREATE TRIGGER product_offered_changed AFTER UPDATE OF category_id, garment, colour, sizes ON product FOR EACH ROW
  WHEN ((OLD.category_id, OLD.garment, OLD.colour, OLD.sizes) IS DISTINCT FROM (NEW.category_id, NEW.garment, NEW.colour, NEW.sizes))
  EXECUTE FUNCTION product_offered();

-- The catalogue's words and in how many products each is: by it a search knows which way is short, and what a slip of
-- the finger may have meant.
CREATE FUNCTION search_words_counted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    UPDATE search_word SET frequency = greatest(0, frequency - 1)
    WHERE word IN (SELECT word FROM search_word WHERE word = ANY(tsvector_to_array(OLD.search)) ORDER BY word FOR UPDATE);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO search_word (word, frequency)
    SELECT word, 1 FROM unnest(tsvector_to_array(NEW.search)) AS word ORDER BY word
    ON CONFLICT (word) DO UPDATE SET frequency = search_word.frequency + 1;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER search_words_counted AFTER INSERT OR DELETE ON product FOR EACH ROW EXECUTE FUNCTION search_words_counted();
CREATE TRIGGER search_words_recounted AFTER UPDATE OF search_text ON product FOR EACH ROW
  WHEN (OLD.search_text <> NEW.search_text) EXECUTE FUNCTION search_words_counted();

-- For the products that are already there.
SELECT product_sizes_refresh(ARRAY(SELECT id FROM product ORDER BY id));
INSERT INTO category_facet (category_id, kind, value) SELECT DISTINCT category_id, 'colour', colour FROM product ON CONFLICT DO NOTHING;
INSERT INTO category_facet (category_id, kind, value) SELECT DISTINCT category_id, 'garment', garment FROM product ON CONFLICT DO NOTHING;
INSERT INTO category_facet (category_id, kind, value) SELECT DISTINCT category_id, 'size_set', sizes::text FROM product ON CONFLICT DO NOTHING;
INSERT INTO category_facet (category_id, kind, value, position)
  SELECT p.category_id, 'size', v.size, min(v.position) FROM variant v JOIN product p ON p.id = v.product_id GROUP BY 1, 3;
INSERT INTO search_word (word, frequency) SELECT word, ndoc FROM ts_stat('SELECT search FROM product');
