-- Rulings on limits of the derivation that the standard leaves open. One stands from its day on, until a later day's.
create table substances.interpretation_ruling (
  id bigint generated always as identity primary key,
  edition text not null,
  key text not null,
  value numeric not null,
  from_day date not null,
  reason text not null check (reason <> ''),
  ruled_by text not null,
  ruled_at timestamptz not null
);
create index on substances.interpretation_ruling (edition, key, from_day, id);
alter table substances.interpretation_ruling enable row level security;
create policy reading on substances.interpretation_ruling for select using ((select shell.actor()) is not null);
-- It is about the whole city's units: nobody makes one who does not see all of it.
create policy whole_city on substances.interpretation_ruling for insert with check (
  exists (select from org.division d where d.level = 'CITY' and shell.codes_in(d.code) <@ (select shell.territory())));
grant select, insert on substances.interpretation_ruling to ${app_role};

-- That its day has come, and the units were begun to be graded by it.
create table substances.interpretation_start (
  ruling_id bigint primary key references substances.interpretation_ruling,
  started_at timestamptz not null
);
alter table substances.interpretation_start enable row level security;
create policy signed_in on substances.interpretation_start using ((select shell.actor()) is not null);
grant select, insert on substances.interpretation_start to ${app_role};
