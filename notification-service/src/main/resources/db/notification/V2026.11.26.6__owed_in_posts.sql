create index deadline_watch_owed_in_post on deadline_watch (tenant, responsible_post, due_at, deadline_id)
  where status in ('open', 'missed');
