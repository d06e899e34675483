-- Who did what. The application may add and read, nothing else. Entries are sealed in blocks by
-- transaction id, so that no writer waits for another.
create schema journal;
grant usage on schema journal to ${app_role}, ${audit_role};

create table journal.entry (
  id bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  actor_id bigint not null,
  actor_name text not null,
  act text not null,
  subject text not null,
  subject_id text not null,
  division_code text collate "C" not null,
  enterprise_id bigint,
  address text not null,
  detail jsonb not null
);
create index on journal.entry (subject, subject_id, id);
create index on journal.entry (at);
create index on journal.entry (xid);
alter table journal.entry enable row level security;
create policy territory on journal.entry for select to ${app_role}
  using (division_code <@ (select shell.territory()) or enterprise_id = any ((select shell.enterprises())::bigint[])
         or actor_id = (select nullif(shell.actor(), 0)));
create policy own_act on journal.entry for insert to ${app_role} with check (actor_id = shell.actor());
create policy whole on journal.entry for select to ${audit_role} using (true);
grant select, insert on journal.entry to ${app_role};
grant select on journal.entry to ${audit_role};

-- A block seals the entries whose transaction id lies in [previous upto_xid, upto_xid).
create table journal.block (
  height bigint primary key,
  upto_xid xid8 not null,
  entries int not null,
  seal text not null,
  sealed_at timestamptz not null
);
alter table journal.block enable row level security;
create policy signed_in on journal.block for select to ${app_role} using ((select shell.actor()) is not null);
create policy sealer on journal.block for insert to ${app_role} with check (shell.actor() = 0);
create policy whole on journal.block for select to ${audit_role} using (true);
grant select, insert on journal.block to ${app_role};
grant select on journal.block to ${audit_role};

-- The sealer must see every entry older than the snapshot, whoever's territory it lies in.
create function journal.entries_between(from_xid xid8, to_xid xid8) returns setof journal.entry
  language sql stable security definer set search_path = journal
  as $$ select * from journal.entry where xid >= from_xid and xid < to_xid
            and (shell.actor() = 0 or session_user = '${audit_role}') order by id $$;
revoke all on function journal.entries_between(xid8, xid8) from public;
grant execute on function journal.entries_between(xid8, xid8) to ${app_role}, ${audit_role};
