-- The mails of one order, for its page in the admin: an effect names its order in what it carries.
CREATE INDEX outbox_of_order ON outbox ((payload->>'orderId')) WHERE payload->>'orderId' IS NOT NULL;
