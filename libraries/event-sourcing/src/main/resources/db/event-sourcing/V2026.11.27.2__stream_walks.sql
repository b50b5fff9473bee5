create table stream_walk (
  tenant text not null,
  work text not null,
  done_to uuid,
  streams bigint not null default 0,
  events bigint not null default 0,
  changed bigint not null default 0,
  unreadable bigint not null default 0,
  begun_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  primary key (tenant, work)
);
comment on table stream_walk is 'Work that goes from stream to stream, such as making a view anew: how far it has come; real time';
comment on column stream_walk.done_to is 'The last stream that is done, in the order of ids; whoever goes on begins after it';
alter table stream_walk enable row level security;
alter table stream_walk force row level security;
create policy of_tenant on stream_walk
  using (tenant = current_setting('event_sourcing.tenant', true))
  with check (tenant = current_setting('event_sourcing.tenant', true));
grant select, insert, update on stream_walk to ${app};
