alter table council_document add column changed bigint not null default 0;
comment on column council_document.changed is 'The version in directory_version by which it became what it is; 0 of what was there before this column';
create index council_document_changed on council_document (tenant, changed);

-- Two versions of a service may run at once, and the older one says nothing of the new column.
create function take_directory_version() returns trigger language plpgsql as $$
begin
  insert into directory_version as present (tenant, version) values (new.tenant, 1)
  on conflict (tenant) do update set version = present.version + 1
  returning present.version into new.changed;
  return new;
end $$;
comment on function take_directory_version is 'A document that is written without saying which version changed it takes one';
create trigger document_added before insert on council_document
  for each row when (new.changed = 0) execute function take_directory_version();
create trigger document_changed before update on council_document
  for each row when (new.changed = old.changed) execute function take_directory_version();
