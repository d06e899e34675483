-- A list from outside (许可、税务、用电、举报热线…) of enterprises that may have hazard sources.
create table coverage.list (
  id bigint generated always as identity primary key,
  division_code text collate "C" not null,
  origin text not null check (origin in ('LICENCE', 'TAX', 'POWER', 'HOTLINE', 'OTHER')),
  name text not null check (name <> ''),
  as_of date not null,
  imported_at timestamptz not null,
  imported_by text not null,
  unique (division_code, origin, name, as_of)
);

-- A row of it, as it was written, and which enterprise of the register it is: found by code, by name, or by a person.
create table coverage.list_entry (
  id bigint generated always as identity primary key,
  list_id bigint not null references coverage.list,
  row_no int not null,
  credit_code text,
  name text not null check (name <> ''),
  division_code text collate "C" not null,
  address text not null,
  category text not null references enterprises.category,
  match text not null default 'NONE' check (match in ('CODE', 'NAME', 'PERSON', 'NONE')),
  enterprise_id bigint references enterprises.enterprise,
  aside text check (aside in ('NOT_ENTERPRISE', 'CLOSED', 'DUPLICATE')),
  aside_note text not null default '',
  decided_at timestamptz,
  decided_by text, -- null while only the program has judged
  name_key text not null generated always as (enterprises.name_key(name)) stored,
  match_key text not null generated always as (coalesce('e' || enterprise_id::text, 'c' || credit_code,
    'n' || left(division_code, 6) || enterprises.name_key(name))) stored,
  check ((match = 'NONE') = (enterprise_id is null)),
  check ((decided_at is null) = (decided_by is null)),
  unique (list_id, row_no)
);
-- An enterprise counts once in a list.
create unique index entry_once on coverage.list_entry (list_id, enterprise_id) where aside is null and enterprise_id is not null;
create index on coverage.list_entry (enterprise_id);
create index on coverage.list_entry (match_key);
alter table coverage.list_entry enable row level security;
create policy territory on coverage.list_entry using (division_code <@ (select shell.territory()));
grant select, insert, update on coverage.list_entry to ${app_role};

alter table coverage.list enable row level security;
create policy territory on coverage.list for select
  using (division_code <@ (select shell.territory()) or exists (select from coverage.list_entry e where e.list_id = list.id));
create policy own_territory on coverage.list for insert with check (division_code <@ (select shell.territory()));
grant select, insert on coverage.list to ${app_role};
