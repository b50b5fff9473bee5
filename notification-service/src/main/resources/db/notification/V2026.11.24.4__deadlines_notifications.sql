create table deadline_watch (
  tenant text not null,
  deadline_id uuid not null,
  revision int not null,
  case_source text not null,
  case_subject text not null,
  kind text not null,
  due_on date not null,
  due_at timestamptz not null,
  standing text not null,
  next_at timestamptz,
  next_rung int not null,
  traceparent text,
  primary key (tenant, deadline_id)
);
comment on table deadline_watch is 'Deadlines as their owners last mentioned them';
comment on column deadline_watch.next_at is 'The next moment at which a lapse is to be reported; null when there is none';
create index deadline_watch_next on deadline_watch (tenant, next_at) where next_at is not null;
alter table deadline_watch enable row level security;
alter table deadline_watch force row level security;
create policy of_tenant on deadline_watch
  using (tenant = current_setting('event_sourcing.tenant', true))
  with check (tenant = current_setting('event_sourcing.tenant', true));
grant select, insert, update on deadline_watch to ${app};

create table notification (
  tenant text not null,
  id uuid not null,
  person uuid not null,
  told_as text not null check (told_as in ('responsible-officer', 'line-manager')),
  case_source text not null,
  case_subject text not null,
  reference text not null,
  deadline_id uuid not null,
  revision int not null,
  rung int not null,
  kind text not null,
  due_on date not null,
  basis_source text not null,
  rule text not null,
  paragraph text not null,
  told_at timestamptz not null,
  primary key (tenant, id),
  constraint told_once unique (tenant, person, deadline_id, revision)
);
comment on table notification is 'What people have been told; nobody is told twice of the same breach';
create index notification_inbox on notification (tenant, person, id desc);
alter table notification enable row level security;
alter table notification force row level security;
create policy of_tenant on notification
  using (tenant = current_setting('event_sourcing.tenant', true))
  with check (tenant = current_setting('event_sourcing.tenant', true));
grant select, insert on notification to ${app};
