create schema org;
grant usage on schema org to ${app_role};

-- GB/T 2260 and the statistical codes below it, of the configured city and the divisions above it.
create table org.division (
  code text collate "C" primary key check (code ~ '^[1-9]\d{5}(\d{3}){0,2}$'),
  name text not null,
  level text not null check (level in ('PROVINCE', 'CITY', 'DISTRICT', 'TOWNSHIP', 'VILLAGE')),
  valid_from date not null,
  valid_to date check (valid_to > valid_from)
);
alter table org.division enable row level security;
create policy signed_in on org.division using ((select shell.actor()) is not null);
grant select, insert, update on org.division to ${app_role};

create table org.agency (
  id bigint generated always as identity primary key,
  name text not null,
  kind text not null check (kind in ('BUREAU', 'BRIGADE', 'SQUAD', 'COMMITTEE_MEMBER', 'FUNCTIONAL_ZONE', 'OFFICE')),
  division_code text collate "C" not null references org.division,
  parent_id bigint references org.agency,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  unique (division_code, name)
);
alter table org.agency enable row level security;
create policy territory on org.agency
  using (division_code <@ (select shell.territory()));
grant select, insert, update on org.agency to ${app_role};

-- Townships of a district that a functional zone looks after from a day on.
create table org.delegation (
  id bigint generated always as identity primary key,
  zone_id bigint not null references org.agency,
  township_code text collate "C" not null references org.division,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  exclude using gist (shell.codes_in(township_code) with &&, daterange(valid_from, valid_to) with &&)
);
alter table org.delegation enable row level security;
create policy territory on org.delegation
  using (township_code <@ (select shell.territory()))
  with check (shell.codes_in(township_code) <@ shell.territory());
grant select, insert, update on org.delegation to ${app_role};

create table org.person (
  id bigint generated always as identity primary key,
  name text not null,
  phone text,
  division_code text collate "C" not null references org.division,
  enterprise_id bigint
);
alter table org.person enable row level security;
create policy territory on org.person
  using (division_code <@ (select shell.territory()) or enterprise_id = any ((select shell.enterprises())::bigint[]))
  with check (division_code <@ shell.territory());
grant select, insert, update on org.person to ${app_role};

create table org.post (
  id bigint generated always as identity primary key,
  agency_id bigint not null references org.agency,
  title text not null,
  unique (agency_id, title)
);
alter table org.post enable row level security;
create policy through_agency on org.post using (exists (select from org.agency a where a.id = agency_id));
grant select, insert, update on org.post to ${app_role};

create table org.post_holding (
  post_id bigint not null references org.post,
  person_id bigint not null references org.person,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  primary key (post_id, person_id, valid_from)
);
alter table org.post_holding enable row level security;
create policy through_post on org.post_holding using (exists (select from org.post p where p.id = post_id));
grant select, insert, update on org.post_holding to ${app_role};

create table org.account (
  id bigint generated always as identity primary key,
  username text collate "C" not null unique check (username ~ '^[a-z0-9][a-z0-9._-]{1,63}$'),
  person_id bigint not null references org.person,
  division_code text collate "C" not null references org.division,
  password_hash text,
  password_changed_at timestamptz,
  must_change_password boolean not null default true,
  passkey_rule text not null default 'OPTIONAL' check (passkey_rule in ('OPTIONAL', 'SECOND_FACTOR', 'SOLE')),
  failed_logins int not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null,
  closed_at timestamptz
);
alter table org.account enable row level security;
create policy territory on org.account
  using (division_code <@ (select shell.territory()) or id = (select nullif(shell.actor(), 0)))
  with check (division_code <@ shell.territory() or id = nullif(shell.actor(), 0));
grant select, insert, update on org.account to ${app_role};

create table org.account_role (
  account_id bigint not null references org.account,
  role text not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from - 1), -- the day before: never in effect
  primary key (account_id, role, valid_from)
);
alter table org.account_role enable row level security;
create policy through_account on org.account_role
  using (exists (select from org.account a where a.id = account_id))
  -- nobody grants himself a role
  with check (account_id <> shell.actor() and exists (select from org.account a where a.id = account_id));
grant select, insert, update on org.account_role to ${app_role};

-- A division, a functional zone, or one enterprise; the last also as a named assignment.
create table org.account_scope (
  id bigint generated always as identity primary key,
  account_id bigint not null references org.account,
  division_code text collate "C" references org.division,
  zone_id bigint references org.agency,
  enterprise_id bigint,
  assignment text,
  sectors text[] not null default '{}',
  valid_from date not null,
  valid_to date check (valid_to >= valid_from - 1), -- the day before: never in effect
  check (num_nonnulls(division_code, zone_id, enterprise_id) = 1),
  check (assignment is null or enterprise_id is not null)
);
create index on org.account_scope (account_id);
alter table org.account_scope enable row level security;
-- The divisions that the actor himself was given; his territory may have holes, where townships are delegated.
create function org.own_divisions() returns setof text language sql stable security definer set search_path = org
  as $$ select division_code from org.account_scope
        where account_id = shell.actor() and division_code is not null
          and valid_from <= current_date and (valid_to is null or valid_to >= current_date) $$;
revoke all on function org.own_divisions() from public;
grant execute on function org.own_divisions() to ${app_role};
create policy through_account on org.account_scope
  using (exists (select from org.account a where a.id = account_id))
  -- nobody widens himself, and nobody gives more than he has
  with check (account_id <> shell.actor()
    and exists (select from org.account a where a.id = account_id)
    and (division_code is null or shell.codes_in(division_code) <@ shell.territory()
         or division_code in (select org.own_divisions()))
    and (zone_id is null or exists (select from org.agency z where z.id = zone_id)));
grant select, insert, update on org.account_scope to ${app_role};
