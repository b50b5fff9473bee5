-- An officer asks a member too: that is between the two, so no post above the officer comes into it.
alter table visible_enquiry alter column officer_post drop not null;
alter table visible_enquiry add column direction text not null default 'member-to-officer';
alter table visible_enquiry add column responsible_person uuid;
comment on column visible_enquiry.officer_person is 'The officer it is with, or who asks the member';
comment on column visible_enquiry.officer_post is 'The post it is with; null where an officer asks a member';
comment on column visible_enquiry.responsible_person is 'Who owes the answer; null in rows from before members could owe one: officer_person';
create index visible_enquiry_responsible on visible_enquiry (tenant, responsible_person, id);

create table counted_calendar (
  tenant text not null,
  enquiry uuid not null,
  calendar text not null,
  primary key (tenant, enquiry)
);
comment on table counted_calendar is 'The calendar that an enquiry''s dates were last compared with, where another could still change one';
create index counted_calendar_of on counted_calendar (tenant, calendar);
alter table counted_calendar enable row level security;
alter table counted_calendar force row level security;
create policy of_tenant on counted_calendar
  using (tenant = current_setting('event_sourcing.tenant', true))
  with check (tenant = current_setting('event_sourcing.tenant', true));
grant select, insert, update, delete on counted_calendar to ${app};
