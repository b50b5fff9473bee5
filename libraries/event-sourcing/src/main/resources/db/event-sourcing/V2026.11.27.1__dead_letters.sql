alter table parked add column id uuid not null default uuidv7();
alter table parked add column topic_partition int;
alter table parked add column topic_offset bigint;
alter table parked add constraint parked_id unique (tenant, id);
comment on column parked.id is 'By which an operator names it; grows with the time of parking';
comment on column parked.topic_offset is 'Where on its topic the record stands; unknown of those that were parked before this column';

create table discarded (
  tenant text not null,
  id uuid not null,
  consumer text not null,
  source text not null,
  subject text not null,
  sequence bigint not null,
  topic text not null,
  topic_partition int,
  topic_offset bigint,
  attributes jsonb not null,
  value_bytes int not null,
  value_sha256 text not null,
  kind text not null,
  cause text not null,
  parked_at timestamptz not null,
  reason text not null,
  operator text not null,
  discarded_at timestamptz not null default clock_timestamp(),
  constraint discarded_id primary key (tenant, id)
);
comment on table discarded is 'Records that an operator has left aside, each counted as taken in without effect';
comment on column discarded.value_sha256 is 'In place of the value, which may hold anything; its topic still has it';
alter table discarded enable row level security;
alter table discarded force row level security;
create policy of_tenant on discarded
  using (tenant = current_setting('event_sourcing.tenant', true))
  with check (tenant = current_setting('event_sourcing.tenant', true));
grant select, insert on discarded to ${app};
