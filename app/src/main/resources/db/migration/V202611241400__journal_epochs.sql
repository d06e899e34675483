-- Transaction ids begin anew when the data move to another server. Each such span is an epoch: blocks seal the
-- entries of one epoch, and a restore begins the next.
create table journal.epoch (
  number int primary key,
  begun_at timestamptz not null
);
alter table journal.epoch enable row level security;
create policy signed_in on journal.epoch for select to ${app_role} using ((select shell.actor()) is not null);
create policy whole on journal.epoch for select to ${audit_role} using (true);
grant select on journal.epoch to ${app_role}, ${audit_role};
insert into journal.epoch (number, begun_at) values (0, 'epoch');

create function journal.current_epoch() returns int
  language sql stable security definer set search_path = journal
  as $$ select max(number) from journal.epoch $$;
revoke all on function journal.current_epoch() from public;
grant execute on function journal.current_epoch() to ${app_role}, ${audit_role};

alter table journal.entry add column epoch int not null default 0;
alter table journal.entry alter column epoch set default journal.current_epoch();
alter table journal.block add column epoch int not null default 0 references journal.epoch;
alter table journal.block alter column epoch drop default;
create index on journal.entry (epoch, xid);
drop index journal.entry_xid_idx;

-- The span that an entry belongs to is the database's to say.
revoke insert on journal.entry from ${app_role};
grant insert (at, actor_id, actor_name, act, subject, subject_id, division_code, enterprise_id, address, detail)
  on journal.entry to ${app_role};

drop function journal.entries_between(xid8, xid8);
create function journal.entries_between(in_epoch int, from_xid xid8, to_xid xid8) returns setof journal.entry
  language sql stable security definer set search_path = journal
  as $$ select * from journal.entry where epoch = in_epoch and xid >= from_xid and xid < to_xid
            and (shell.actor() = 0 or session_user = '${audit_role}') order by id $$;
revoke all on function journal.entries_between(int, xid8, xid8) from public;
grant execute on function journal.entries_between(int, xid8, xid8) to ${app_role}, ${audit_role};
