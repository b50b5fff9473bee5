create table council_register (
  council text primary key
);
comment on table council_register is 'The keys of the councils this service has heard of; it holds nothing of theirs';
grant select, insert on council_register to ${app};

create table replica_caught_up (
  id boolean primary key default true check (id),
  at timestamptz not null default clock_timestamp()
);
comment on table replica_caught_up is 'Has a row once the replica of council data has been complete';
grant select, insert on replica_caught_up to ${app};

create table council_document (
  tenant text not null,
  kind text not null,
  id text not null,
  version bigint not null,
  document jsonb not null,
  primary key (tenant, kind, id)
);
comment on table council_document is 'The replica of council data: whole documents, the newest of each';
alter table council_document enable row level security;
alter table council_document force row level security;
create policy of_tenant on council_document
  using (tenant = current_setting('event_sourcing.tenant', true))
  with check (tenant = current_setting('event_sourcing.tenant', true));
grant select, insert, update on council_document to ${app};

create table directory_version (
  tenant text primary key,
  version bigint not null
);
comment on table directory_version is 'Grows with each document of the council that arrives';
alter table directory_version enable row level security;
alter table directory_version force row level security;
create policy of_tenant on directory_version
  using (tenant = current_setting('event_sourcing.tenant', true))
  with check (tenant = current_setting('event_sourcing.tenant', true));
grant select, insert, update on directory_version to ${app};

create table idempotency (
  tenant text not null,
  person uuid not null,
  path text not null,
  key text not null,
  body_hash text not null,
  stream_id uuid not null,
  version bigint not null,
  status int not null,
  at timestamptz not null default clock_timestamp(),
  constraint idempotency_key primary key (tenant, path, key, person)
);
comment on table idempotency is 'What was answered to a key, so that a repeat gets the same answer; no body is kept';
alter table idempotency enable row level security;
alter table idempotency force row level security;
create policy of_tenant on idempotency
  using (tenant = current_setting('event_sourcing.tenant', true))
  with check (tenant = current_setting('event_sourcing.tenant', true));
grant select, insert on idempotency to ${app};
