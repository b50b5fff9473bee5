-- What is due is read in the order of the moment, and of the id where many are due at one moment; an index by the moment
-- alone had the whole of such a moment sorted again for each batch.
create index deadline_watch_due on deadline_watch (tenant, next_at, deadline_id) where next_at is not null;
drop index deadline_watch_next;
create index deadline_watch_recall on deadline_watch (tenant, remind_at, deadline_id) where remind_at is not null;
drop index deadline_watch_remind;
