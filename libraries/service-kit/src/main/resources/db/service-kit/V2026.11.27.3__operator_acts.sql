create table operator_act (
  tenant text not null,
  id uuid not null,
  operator text not null,
  act text not null,
  about text not null,
  reason text,
  at timestamptz not null default clock_timestamp(),
  primary key (tenant, id)
);
comment on table operator_act is 'What operators have done to a council''s data here, and why; only ever added to';
alter table operator_act enable row level security;
alter table operator_act force row level security;
create policy of_tenant on operator_act
  using (tenant = current_setting('event_sourcing.tenant', true))
  with check (tenant = current_setting('event_sourcing.tenant', true));
grant select, insert on operator_act to ${app};
