create table visible_enquiry (
  tenant text not null,
  id uuid not null,
  version bigint not null,
  reference text not null,
  status text not null,
  subject text not null,
  member uuid not null,
  logged_by uuid,
  officer_person uuid not null,
  officer_post uuid not null,
  received_at timestamptz not null,
  unmet_due_at timestamptz,
  primary key (tenant, id),
  constraint enquiry_reference unique (tenant, reference)
);
comment on table visible_enquiry is 'View: which enquiries may a person see? A function of each enquiry''s events alone';
create index visible_enquiry_member on visible_enquiry (tenant, member, id);
create index visible_enquiry_logger on visible_enquiry (tenant, logged_by, id);
create index visible_enquiry_officer on visible_enquiry (tenant, officer_person, id);
create index visible_enquiry_post on visible_enquiry (tenant, officer_post, id);
alter table visible_enquiry enable row level security;
alter table visible_enquiry force row level security;
create policy of_tenant on visible_enquiry
  using (tenant = current_setting('event_sourcing.tenant', true))
  with check (tenant = current_setting('event_sourcing.tenant', true));
grant select, insert, update on visible_enquiry to ${app};

create table enquiry_number (
  tenant text primary key,
  reserved bigint not null
);
comment on table enquiry_number is 'The highest number reserved for references; reserved in blocks, so gaps are normal';
alter table enquiry_number enable row level security;
alter table enquiry_number force row level security;
create policy of_tenant on enquiry_number
  using (tenant = current_setting('event_sourcing.tenant', true))
  with check (tenant = current_setting('event_sourcing.tenant', true));
grant select, insert, update on enquiry_number to ${app};
