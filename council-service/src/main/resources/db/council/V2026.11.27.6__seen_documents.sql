create table seen_document (
  tenant text not null,
  subject text not null,
  version bigint not null,
  at_offset bigint not null,
  primary key (tenant, subject)
);
comment on table seen_document is 'The newest version of each document that has been seen on the councils'' topic, and where it stood last';
alter table seen_document enable row level security;
alter table seen_document force row level security;
create policy of_tenant on seen_document
  using (tenant = current_setting('event_sourcing.tenant', true))
  with check (tenant = current_setting('event_sourcing.tenant', true));
grant select, insert, update on seen_document to ${app};
