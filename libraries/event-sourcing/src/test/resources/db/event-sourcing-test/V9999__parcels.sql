-- The views of the model that the tests use, and a table for the effects that they count.
create table parcel_view (
  tenant text not null,
  id uuid not null,
  state text not null,
  version bigint not null,
  primary key (tenant, id)
);
create table travelling_view (
  tenant text not null,
  parcel uuid not null,
  at text not null,
  searched boolean not null default false,
  primary key (tenant, parcel)
);
create table effect (
  tenant text not null,
  place bigint generated always as identity,
  source text not null,
  subject text not null,
  sequence bigint not null,
  note text not null
);
alter table parcel_view enable row level security;
alter table parcel_view force row level security;
create policy of_tenant on parcel_view
  using (tenant = current_setting('event_sourcing.tenant', true))
  with check (tenant = current_setting('event_sourcing.tenant', true));
alter table travelling_view enable row level security;
alter table travelling_view force row level security;
create policy of_tenant on travelling_view
  using (tenant = current_setting('event_sourcing.tenant', true))
  with check (tenant = current_setting('event_sourcing.tenant', true));
alter table effect enable row level security;
alter table effect force row level security;
create policy of_tenant on effect
  using (tenant = current_setting('event_sourcing.tenant', true))
  with check (tenant = current_setting('event_sourcing.tenant', true));
grant select, insert, update, delete on parcel_view, travelling_view to ${app};
grant select, insert, update, delete on effect to ${app};

-- Without row-level security, so that PostgreSQL would quote the rows that it refuses.
create table plain_note (
  id text primary key,
  words text not null check (words <> 'forbidden'),
  copies int not null
);
grant select, insert on plain_note to ${app};
