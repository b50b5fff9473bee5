alter table deadline_watch
  add column reference text,
  add column status text,
  add column since timestamptz,
  add column breach int,
  add column climbs boolean not null default false,
  add column remind_at timestamptz,
  add column responsible_person uuid,
  add column responsible_post uuid,
  add column basis_source text,
  add column rule text,
  add column paragraph text,
  add column reading text;
-- What was noted before knows its last action only. For the migrator, who owns the table, no council is set.
alter table deadline_watch no force row level security;
update deadline_watch set
  status = case standing when 'met' then 'met' when 'met-late' then 'met-late' when 'withdrawn' then 'withdrawn'
    when 'breached' then 'missed' else 'open' end,
  breach = case standing when 'breached' then revision end;
alter table deadline_watch force row level security;
alter table deadline_watch alter column status set not null;
alter table deadline_watch add constraint deadline_watch_status
  check (status in ('open', 'met', 'met-late', 'missed', 'withdrawn'));
comment on column deadline_watch.next_rung is 'The rung that is reported next: 0 is the breach itself';
comment on column deadline_watch.since is 'When its date was last set or moved, in business time; null where that was noted before it was kept';
comment on column deadline_watch.breach is 'The revision at which its present breach was confirmed; null while it has none';
comment on column deadline_watch.climbs is 'Whether somebody further up is still to be told, as its owner last said';
comment on column deadline_watch.remind_at is 'When who owes it is to be reminded; null when they have been, or are not to be';
create index deadline_watch_remind on deadline_watch (tenant, remind_at) where remind_at is not null;
create index deadline_watch_owed on deadline_watch (tenant, responsible_person, due_at, deadline_id)
  where status in ('open', 'missed');

alter table notification
  add column about text not null default 'deadline-breached',
  add column breach int,
  add column reading text,
  add column due_before date,
  add column ladder_working_days int,
  add column read_at timestamptz;
alter table notification no force row level security;
update notification set breach = revision;
alter table notification force row level security;
alter table notification alter column about drop default;
alter table notification add constraint notification_about
  check (about in ('deadline-breached', 'deadline-reminder', 'deadline-moved', 'deadline-annulled'));
alter table notification add constraint notification_of_breach check ((about = 'deadline-breached') = (breach is not null));
alter table notification drop constraint notification_told_as_check;
alter table notification add constraint notification_told_as check (told_as in ('responsible-officer', 'line-manager',
  'director', 'head-of-paid-service', 'responsible-member', 'asking-officer'));
alter table notification drop constraint told_once;
create unique index told_once_of_breach on notification (tenant, person, deadline_id, breach)
  where about = 'deadline-breached';
create unique index told_once_of_revision on notification (tenant, person, deadline_id, about, revision)
  where about <> 'deadline-breached';
comment on column notification.breach is 'The revision at which the breach was confirmed: nobody is told twice of one breach';
comment on column notification.due_before is 'The date that was told before, where it has moved';
comment on column notification.ladder_working_days is 'The local setting by which it came up the line; null for who is told of the breach itself';
comment on column notification.read_at is 'When the person marked it as read, in business time';
create index notification_of_deadline on notification (tenant, deadline_id);
create index notification_unread on notification (tenant, person, id desc) where read_at is null;
grant update (read_at) on notification to ${app};
