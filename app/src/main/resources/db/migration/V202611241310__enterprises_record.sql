-- Categories in which an enterprise is regulated (监管类别), each in a sector (行业领域) that a scope may be limited to.
create table enterprises.category (
  name text primary key,
  sector text not null
);
insert into enterprises.category (name, sector) values
  ('HAZCHEM_PRODUCTION', 'HAZCHEM'), ('HAZCHEM_TRADE', 'HAZCHEM'), ('HAZCHEM_USE', 'HAZCHEM'),
  ('NON_COAL_MINE', 'MINING'), ('TAILINGS_POND', 'MINING'),
  ('FIREWORKS_WHOLESALE', 'FIREWORKS'), ('FIREWORKS_RETAIL', 'FIREWORKS'), ('FIREWORKS_OTHER', 'FIREWORKS'),
  ('METALLURGY', 'INDUSTRY'), ('BUILDING_MATERIALS', 'INDUSTRY'), ('CEMENT', 'INDUSTRY'), ('PAPER', 'INDUSTRY'),
  ('MACHINERY', 'INDUSTRY'), ('FOOD', 'INDUSTRY'), ('COMMERCE', 'COMMERCE'), ('CONSTRUCTION', 'CONSTRUCTION'),
  ('POWER', 'POWER'), ('OTHER', 'OTHER');
alter table enterprises.category enable row level security;
create policy signed_in on enterprises.category using ((select shell.actor()) is not null);
grant select on enterprises.category to ${app_role};

-- The categories that a limited scope sees: those that it names and those of the sectors that it names.
create function enterprises.categories_in(names text[]) returns text[] language sql stable parallel safe
  as $$ select coalesce(array_agg(name), '{}') from enterprises.category where name = any (names) or sector = any (names) $$;

-- What two writings of one name have in common: width, brackets, spaces and the form of 有限公司 do not count.
create function enterprises.name_key(name text) returns text language sql immutable strict parallel safe
  as $$ select replace(
    regexp_replace(lower(normalize(name, NFKC)), '[\s()\[\]{}<>《》〈〉「」【】.,·•。、;:''"“”‘’\-_—–/\\&+*#]+', '', 'g'),
    '有限责任公司', '有限公司') $$;
create function enterprises.name_keys(names text[]) returns text[] language sql immutable strict parallel safe
  as $$ select array(select enterprises.name_key(n) from unnest(names) as n) $$;
create function enterprises.names_text(name text, names text[]) returns text language sql immutable strict parallel safe
  as $$ select enterprises.name_key(name) || coalesce((select string_agg(' ' || enterprises.name_key(n), '') from unnest(names) as n), '') $$;

alter table enterprises.enterprise
  add column former_names text[] not null default '{}',
  add column categories text[] not null default '{}',
  add column industry_code text not null default '' check (industry_code ~ '^([0-9]{2,4})?$'),
  add column affiliation text check (affiliation in ('CENTRAL', 'PROVINCIAL', 'CITY', 'DISTRICT', 'TOWNSHIP', 'OTHER')),
  add column size text check (size in ('LARGE', 'MEDIUM', 'SMALL', 'MICRO')),
  add column workforce int check (workforce >= 0),
  add column principal text not null default '',
  add column principal_phone text not null default '',
  add column safety_manager text not null default '',
  add column safety_manager_phone text not null default '',
  add column state text not null default 'OPERATING'
    check (state in ('BUILDING', 'OPERATING', 'SUSPENDED', 'CLOSED', 'MOVED_AWAY')),
  add column state_since date,
  add column state_reason text not null default '',
  add column merged_into bigint references enterprises.enterprise check (merged_into <> id),
  add column name_key text not null generated always as (enterprises.name_key(name)) stored,
  add column former_keys text[] not null generated always as (enterprises.name_keys(former_names)) stored,
  add column address_key text not null generated always as (enterprises.name_key(address)) stored,
  add column search_key text not null generated always as (enterprises.names_text(name, former_names)) stored;
update enterprises.enterprise set categories = array[case sector when 'FIREWORKS' then 'FIREWORKS_OTHER' else sector end];
alter table enterprises.enterprise
  alter column categories drop default,
  add check (cardinality(categories) > 0);
create index on enterprises.enterprise (merged_into) where merged_into is not null;
-- A list by place reads its page in order, and a count reads no rows at all.
drop index enterprises.enterprise_division_code_idx;
create index enterprise_by_place on enterprises.enterprise (division_code, id)
  include (categories, size, affiliation, state) where merged_into is null;

drop policy scope on enterprises.enterprise;
create policy scope on enterprises.enterprise
  using (division_code <@ (select shell.territory())
           and ((select shell.sectors()) is null
             or categories && (select enterprises.categories_in((select shell.sectors()))))
         or id = any ((select shell.enterprises())::bigint[]));
alter table enterprises.enterprise drop column sector;

-- What became of an enterprise's record: who changed which fields when; the former values stay here.
create table enterprises.change (
  id bigint generated always as identity primary key,
  enterprise_id bigint not null references enterprises.enterprise,
  act text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  account_id bigint not null,
  fields jsonb not null default '[]',
  note text not null default ''
);
create index on enterprises.change (enterprise_id, id);
alter table enterprises.change enable row level security;
create policy through_enterprise on enterprises.change
  using (exists (select from enterprises.enterprise e where e.id = enterprise_id));
grant select, insert on enterprises.change to ${app_role};

create table enterprises.workshop (
  id bigint generated always as identity primary key,
  enterprise_id bigint not null references enterprises.enterprise,
  name text not null,
  closed_at timestamptz,
  unique (id, enterprise_id)
);
create unique index on enterprises.workshop (enterprise_id, name) where closed_at is null;
alter table enterprises.workshop enable row level security;
create policy through_enterprise on enterprises.workshop
  using (exists (select from enterprises.enterprise e where e.id = enterprise_id));
grant select, insert, update on enterprises.workshop to ${app_role};

create table enterprises.team (
  id bigint generated always as identity primary key,
  enterprise_id bigint not null references enterprises.enterprise,
  workshop_id bigint,
  name text not null,
  closed_at timestamptz,
  unique (id, enterprise_id),
  foreign key (workshop_id, enterprise_id) references enterprises.workshop (id, enterprise_id)
    on update cascade
);
create unique index on enterprises.team (enterprise_id, coalesce(workshop_id, 0), name) where closed_at is null;
create index on enterprises.team (workshop_id);
alter table enterprises.team enable row level security;
create policy through_enterprise on enterprises.team
  using (exists (select from enterprises.enterprise e where e.id = enterprise_id));
grant select, insert, update on enterprises.team to ${app_role};

create table enterprises.person (
  id bigint generated always as identity primary key,
  enterprise_id bigint not null references enterprises.enterprise,
  team_id bigint,
  name text not null,
  posts text[] not null
    check (posts <@ array['PRINCIPAL', 'SAFETY_MANAGER', 'SPECIAL_OPERATOR', 'EMPLOYEE'] and cardinality(posts) > 0),
  phone text not null default '',
  joined_at timestamptz not null,
  left_at timestamptz,
  foreign key (team_id, enterprise_id) references enterprises.team (id, enterprise_id) on update cascade
);
create index on enterprises.person (enterprise_id);
create index on enterprises.person (team_id);
alter table enterprises.person enable row level security;
create policy through_enterprise on enterprises.person
  using (exists (select from enterprises.enterprise e where e.id = enterprise_id));
grant select, insert, update on enterprises.person to ${app_role};

-- Pairs that a person looked at and found to be two enterprises.
create table enterprises.distinct_pair (
  one_id bigint not null references enterprises.enterprise,
  other_id bigint not null references enterprises.enterprise,
  decided_at timestamptz not null,
  decided_by text not null,
  primary key (one_id, other_id),
  check (one_id < other_id)
);
create index on enterprises.distinct_pair (other_id);
alter table enterprises.distinct_pair enable row level security;
create policy through_enterprises on enterprises.distinct_pair
  using (exists (select from enterprises.enterprise e where e.id = one_id)
     and exists (select from enterprises.enterprise e where e.id = other_id));
grant select, insert on enterprises.distinct_pair to ${app_role};

-- Free text over names, former names and codes. It returns ids only, of every territory; a statement filters them by
-- the policy again.
create function enterprises.search(wanted text) returns setof bigint
  language sql stable security definer set search_path = enterprises
  as $$ select e.id from enterprises.enterprise e, (select enterprises.name_key(wanted) as key) as w
        where w.key <> ''
          and (position(w.key in e.search_key) > 0 or starts_with(e.credit_code, upper(btrim(wanted)))) $$;
revoke all on function enterprises.search(text) from public;
grant execute on function enterprises.search(text) to ${app_role};
