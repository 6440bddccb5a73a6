// Applied at first use, every time: each statement must be safe to repeat.
export const schema = /* sql */ `
create schema if not exists sandbox;

create table if not exists sandbox.netgiro_clock (
  app_key text primary key,
  offset_ms bigint not null
);

-- The sandbox's own time, moved for each app key apart.
create or replace function sandbox.netgiro_now(key text) returns timestamptz language sql volatile as $$
  select clock_timestamp() + coalesce((select offset_ms from sandbox.netgiro_clock where app_key = key), 0) * interval '1 millisecond'
$$;

create sequence if not exists sandbox.netgiro_invoice start 794590;

create table if not exists sandbox.netgiro_cart (
  id uuid primary key,
  number bigint generated always as identity,
  app_key text not null,
  customer_kind text not null check (customer_kind in ('gsm', 'ssn', 'app_code')),
  customer text not null,
  confirmation_type smallint not null check (confirmation_type in (0, 1, 2)),
  amount integer not null check (amount > 0),
  reference text not null,
  description text,
  location_id text,
  register_id text,
  client_info text,
  items jsonb not null default '[]',
  callback_url text,
  callback_cancel_url text,
  state text not null check (state in ('pending', 'needs_code', 'reserved', 'paid', 'cancelled', 'declined', 'expired', 'lapsed', 'unacknowledged')),
  push text not null check (push in ('shown', 'hidden', 'no_app', 'none')),
  sms_code text,
  sms_code_expires_at timestamptz,
  payment_id uuid not null,
  invoice_number integer,
  confirm_answered boolean not null default false,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  reserved_at timestamptz,
  lapses_at timestamptz,
  paid_at timestamptz,
  closed_at timestamptz,
  check ((state in ('reserved', 'paid', 'lapsed', 'unacknowledged')) = (invoice_number is not null)),
  check ((state = 'paid') = (paid_at is not null))
);
create index if not exists netgiro_cart_newest on sandbox.netgiro_cart (number desc);
create index if not exists netgiro_cart_customer on sandbox.netgiro_cart (customer, number desc);
create index if not exists netgiro_cart_payment on sandbox.netgiro_cart (payment_id);
create index if not exists netgiro_cart_reference on sandbox.netgiro_cart (reference);
create index if not exists netgiro_cart_open on sandbox.netgiro_cart (expires_at) where state in ('pending', 'needs_code');
create index if not exists netgiro_cart_reserved on sandbox.netgiro_cart (lapses_at) where state = 'reserved';

-- What a customer will do by herself later.
create table if not exists sandbox.netgiro_act (
  id bigint generated always as identity primary key,
  cart_id uuid not null references sandbox.netgiro_cart on delete cascade,
  kind text not null check (kind in ('accept', 'reject')),
  due_at timestamptz not null
);
create index if not exists netgiro_act_cart on sandbox.netgiro_act (cart_id);

-- Tokens of the app: the last four characters of a barcode, or a code by SMS. Without an app key: of any provider.
create table if not exists sandbox.netgiro_token (
  id bigint generated always as identity primary key,
  app_key text,
  customer text not null,
  token text not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index if not exists netgiro_token_token on sandbox.netgiro_token (token);

create table if not exists sandbox.netgiro_sms (
  id bigint generated always as identity primary key,
  app_key text not null,
  cart_id uuid references sandbox.netgiro_cart on delete cascade,
  recipient text not null,
  kind text not null check (kind in ('code', 'install')),
  code text,
  sent_at timestamptz not null
);

-- One row for each attempt to deliver a callback.
create table if not exists sandbox.netgiro_delivery (
  id bigint generated always as identity primary key,
  app_key text not null,
  cart_id uuid not null references sandbox.netgiro_cart on delete cascade,
  kind text not null check (kind in ('confirm', 'cancel')),
  attempt smallint not null,
  duplicate boolean not null default false,
  url text not null,
  body text not null,
  status text not null default 'due' check (status in ('due', 'sending', 'acknowledged', 'refused', 'failed', 'blocked', 'lost')),
  faults text[] not null default '{}',
  nonce text,
  signature text,
  http_status integer,
  error text,
  due_at timestamptz not null,
  lease_until timestamptz,
  sent_at timestamptz,
  done_at timestamptz
);
create index if not exists netgiro_delivery_open on sandbox.netgiro_delivery (due_at) where status in ('due', 'sending');
create index if not exists netgiro_delivery_cart on sandbox.netgiro_delivery (cart_id);

create table if not exists sandbox.netgiro_refund (
  id uuid primary key,
  app_key text not null,
  cart_id uuid not null references sandbox.netgiro_cart on delete cascade,
  amount integer not null check (amount > 0),
  idempotency_key text not null,
  reason text,
  created_at timestamptz not null,
  unique (app_key, idempotency_key)
);

create table if not exists sandbox.netgiro_fault (
  id bigint generated always as identity primary key,
  app_key text not null,
  name text not null,
  operation text,
  reference text,
  remaining integer check (remaining > 0),
  params jsonb not null default '{}'
);
create index if not exists netgiro_fault_key on sandbox.netgiro_fault (app_key);

-- Scenarios that wait for the next cart.
create table if not exists sandbox.netgiro_scenario (
  id bigint generated always as identity primary key,
  app_key text not null,
  name text not null,
  reference text
);

-- Customers who are not like the others: without the app, without credit.
create table if not exists sandbox.netgiro_customer (
  app_key text not null,
  customer text not null,
  no_app boolean not null default false,
  no_credit boolean not null default false,
  primary key (app_key, customer)
);

create table if not exists sandbox.netgiro_switch (
  app_key text not null,
  name text not null,
  value jsonb not null,
  primary key (app_key, name)
);

-- Every call that carried a good signature, and what it was told: the truth a test compares with.
create table if not exists sandbox.netgiro_call (
  id bigint generated always as identity primary key,
  app_key text not null,
  operation text not null,
  cart_id text,
  reference text,
  http_status integer not null,
  result_code integer,
  faults text[] not null default '{}',
  at timestamptz not null default clock_timestamp()
);
create index if not exists netgiro_call_key on sandbox.netgiro_call (app_key, id);

-- A public sandbox must not grow for ever.
delete from sandbox.netgiro_cart where created_at < now() - interval '60 days';
delete from sandbox.netgiro_call where at < now() - interval '60 days';
delete from sandbox.netgiro_token where expires_at < now() - interval '60 days';
`
