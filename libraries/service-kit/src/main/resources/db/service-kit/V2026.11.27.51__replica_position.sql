alter table replica_caught_up add column next_offset bigint;
comment on column replica_caught_up.next_offset is
  'Of the councils'' topic: what is before it, the replica holds. Null where an earlier build wrote none';
grant update, delete on replica_caught_up to ${app};
