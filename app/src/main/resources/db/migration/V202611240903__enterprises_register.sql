create schema enterprises;
grant usage on schema enterprises to ${app_role};

create table enterprises.enterprise (
  id bigint generated always as identity primary key,
  credit_code text collate "C" not null unique check (length(credit_code) = 18),
  name text not null,
  division_code text collate "C" not null references org.division,
  address text not null,
  longitude_deg double precision check (longitude_deg between -180 and 180),
  latitude_deg double precision check (latitude_deg between -90 and 90),
  sector text not null,
  contact text not null default '',
  phone text not null default '',
  created_at timestamptz not null,
  changed_at timestamptz not null,
  check ((longitude_deg is null) = (latitude_deg is null))
);
create index on enterprises.enterprise (division_code);
alter table enterprises.enterprise enable row level security;
create policy scope on enterprises.enterprise
  using (division_code <@ (select shell.territory())
           and ((select shell.sectors()) is null or sector = any ((select shell.sectors())::text[]))
         or id = any ((select shell.enterprises())::bigint[]));
grant select, insert, update on enterprises.enterprise to ${app_role};

-- A credit code is unique in the country, so another territory's may not be taken again; the answer
-- says only that it is taken.
create function enterprises.registered(codes text[]) returns setof text
  language sql stable security definer set search_path = enterprises
  as $$ select credit_code from enterprises.enterprise where credit_code = any (codes) $$;
revoke all on function enterprises.registered(text[]) from public;
grant execute on function enterprises.registered(text[]) to ${app_role};

-- An administrator gives an account only an enterprise that he sees himself.
create policy enterprise_in_scope on org.account_scope as restrictive for insert to ${app_role}
  with check (enterprise_id is null or exists (select from enterprises.enterprise e where e.id = enterprise_id));
create policy enterprise_still_in_scope on org.account_scope as restrictive for update to ${app_role}
  using (true)
  with check (enterprise_id is null or exists (select from enterprises.enterprise e where e.id = enterprise_id));
