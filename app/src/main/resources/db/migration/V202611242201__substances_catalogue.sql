create schema substances;
grant usage on schema substances to ${app_role};

-- Which packaged catalogues have been loaded.
create table substances.release (
  release text primary key,
  loaded_at timestamptz not null,
  rows int not null
);
alter table substances.release enable row level security;
create policy signed_in on substances.release using ((select shell.actor()) is not null);
grant select, insert on substances.release to ${app_role};

create sequence substances.own_number;
grant usage on sequence substances.own_number to ${app_role};

-- The catalogue of substances, city-wide. A change is a new version; earlier ones stay.
create table substances.version (
  id bigint generated always as identity primary key,
  number text not null,
  version int not null check (version > 0),
  release text references substances.release,
  name text not null check (name <> ''),
  name_en text not null,
  aliases text[] not null,
  name_keys text[] not null,
  cas text not null,
  un text not null,
  classes text[] not null,
  kinds text[] not null,
  other_classes text[] not null,
  other_source text not null,
  state text check (state in ('GAS', 'LIQUID', 'SOLID', 'AEROSOL')),
  flash_c numeric,
  boiling_c numeric,
  melting_c numeric,
  density_kg_m3 numeric check (density_kg_m3 > 0),
  lel_vol_pct numeric check (lel_vol_pct between 0 and 100),
  uel_vol_pct numeric check (uel_vol_pct between 0 and 100),
  highly_toxic boolean not null,
  table1_row int check (table1_row > 0),
  incomplete boolean not null,
  source text not null check (source <> ''),
  confidence text not null check (confidence in ('SOURCED', 'RECALLED', 'CONFIRMED')),
  note text not null,
  reason text not null,
  changed_by text not null,
  changed_at timestamptz not null,
  unique (number, version),
  check ((release is null) = (reason <> ''))
);
create index on substances.version using gin (name_keys);
create index on substances.version (cas);
alter table substances.version enable row level security;
-- Everybody signed in reads it; only who sees the whole city, or the system that loads it, adds to it.
create policy reading on substances.version for select using ((select shell.actor()) is not null);
create policy city_adds on substances.version for insert with check (
  (select shell.actor()) = 0
  or exists (select from org.division d where d.level = 'CITY' and shell.codes_in(d.code) <@ shell.territory()));
grant select, insert on substances.version to ${app_role};

create view substances.standing with (security_invoker = true) as
  select distinct on (number) * from substances.version order by number, version desc;
grant select on substances.standing to ${app_role};
