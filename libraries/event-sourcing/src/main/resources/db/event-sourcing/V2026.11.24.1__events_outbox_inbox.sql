-- Every tenant table is read and written through row-level security, forced on its owner too. The application's role sees
-- the rows of the tenant that its transaction has set, and none when it has set none.

do $$
begin
  if current_setting('server_version_num')::int < 180000 then
    raise exception 'PostgreSQL 18 or newer is needed; this is %', current_setting('server_version');
  end if;
end $$;

create table clock_offset (
  id boolean primary key default true check (id),
  shift interval not null default interval '0'
);
comment on table clock_offset is 'Business time is the clock of this database plus shift; moved only in a local installation';
insert into clock_offset default values;
grant select on clock_offset to ${app}, ${relay};

create table lease (
  name text primary key,
  holder uuid not null,
  until timestamptz not null
);
comment on table lease is 'Who works alone on what; real time, never business time';
grant select, insert, update, delete on lease to ${app}, ${relay};

create table event (
  tenant text not null,
  stream_type text not null,
  stream_id uuid not null,
  version bigint not null check (version > 0),
  event_id uuid not null,
  type text not null,
  schema_version int not null,
  facts jsonb not null,
  personal jsonb not null,
  sequence bigint not null,
  recorded_at timestamptz not null,
  actor uuid,
  traceparent text,
  constraint event_version primary key (tenant, stream_type, stream_id, version)
);
comment on column event.personal is 'Words and personal data by the id of the person they belong to; facts hold none';
comment on column event.sequence is 'How many events of the stream, this one included, were published';
alter table event enable row level security;
alter table event force row level security;
create policy of_tenant on event
  using (tenant = current_setting('event_sourcing.tenant', true))
  with check (tenant = current_setting('event_sourcing.tenant', true));
grant select, insert on event to ${app};

create table outbox (
  tenant text not null,
  position bigint generated always as identity (cache 1),
  topic text not null,
  key text not null,
  headers jsonb not null,
  value bytea,
  written_at timestamptz not null default clock_timestamp(),
  primary key (tenant, position)
);
comment on table outbox is 'Sent in the order of position and deleted once the broker has acknowledged: what is here has not been told';
create index outbox_position on outbox (position);
alter table outbox enable row level security;
alter table outbox force row level security;
create policy of_tenant on outbox
  using (tenant = current_setting('event_sourcing.tenant', true))
  with check (tenant = current_setting('event_sourcing.tenant', true));
create policy of_relay on outbox to ${relay} using (true);
grant insert on outbox to ${app};
grant select, delete on outbox to ${relay};

create table inbox (
  tenant text not null,
  consumer text not null,
  source text not null,
  subject text not null,
  sequence bigint not null,
  primary key (tenant, consumer, source, subject)
);
comment on table inbox is 'The last sequence of a subject that a consumer has taken in; written with its effect';
alter table inbox enable row level security;
alter table inbox force row level security;
create policy of_tenant on inbox
  using (tenant = current_setting('event_sourcing.tenant', true))
  with check (tenant = current_setting('event_sourcing.tenant', true));
grant select, insert, update on inbox to ${app};

create table parked (
  tenant text not null,
  consumer text not null,
  source text not null,
  subject text not null,
  sequence bigint not null,
  topic text not null,
  headers jsonb not null,
  value bytea,
  kind text not null check (kind in ('early', 'broken')),
  cause text not null,
  parked_at timestamptz not null default clock_timestamp(),
  primary key (tenant, consumer, source, subject, sequence)
);
comment on table parked is 'Records that are broken or came before what they build on; later ones of the same subject wait behind them';
alter table parked enable row level security;
alter table parked force row level security;
create policy of_tenant on parked
  using (tenant = current_setting('event_sourcing.tenant', true))
  with check (tenant = current_setting('event_sourcing.tenant', true));
grant select, insert, update, delete on parked to ${app};
