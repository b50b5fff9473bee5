create table mail (
  tenant text not null,
  notification uuid not null,
  message_id text not null,
  status text not null default 'queued' check (status in ('queued', 'sent', 'refused', 'bounced', 'failed')),
  attempts int not null default 0,
  queued_at timestamptz not null default clock_timestamp(),
  next_try_at timestamptz not null default clock_timestamp(),
  claimed_until timestamptz,
  last_tried_at timestamptz,
  code text,
  primary key (tenant, notification),
  unique (tenant, message_id),
  foreign key (tenant, notification) references notification (tenant, id)
);
comment on table mail is 'Notifications that also go by mail; all times are real ones. An address is asked for when it is sent, and not kept';
comment on column mail.message_id is 'The Message-ID of every try';
comment on column mail.claimed_until is 'Until when a replica may be sending it';
comment on column mail.code is 'What came of the last try: a reply of the server, a status of a report, or a word of ours';
create index mail_due on mail (tenant, next_try_at) where status = 'queued';
alter table mail enable row level security;
alter table mail force row level security;
create policy of_tenant on mail
  using (tenant = current_setting('event_sourcing.tenant', true))
  with check (tenant = current_setting('event_sourcing.tenant', true));
grant select, insert, update on mail to ${app};

create table preference (
  tenant text not null,
  person uuid not null,
  mail boolean not null,
  primary key (tenant, person)
);
comment on table preference is 'What people have chosen; who has chosen nothing gets mail';
alter table preference enable row level security;
alter table preference force row level security;
create policy of_tenant on preference
  using (tenant = current_setting('event_sourcing.tenant', true))
  with check (tenant = current_setting('event_sourcing.tenant', true));
grant select, insert, update on preference to ${app};
