create schema maps;
grant usage on schema maps to ${app_role};

-- The boundary of a division; the latest of a division stands, and one without an area says that it was removed.
create table maps.boundary (
  id bigint generated always as identity primary key,
  division_code text collate "C" not null,
  -- well-known binary, WGS-84, as imported
  area bytea,
  -- coordinates of a GeoJSON MultiPolygon, simple enough to be drawn
  shown text,
  positions int not null check (positions >= 0),
  file_name text not null,
  set_by text not null,
  set_at timestamptz not null,
  check ((area is null) = (shown is null))
);
create index on maps.boundary (division_code, id);
alter table maps.boundary enable row level security;
-- Boundaries are no secret: everybody signed in sees them all; set they are within the own territory.
create policy reading on maps.boundary for select using ((select shell.actor()) is not null);
create policy territory on maps.boundary for insert with check (shell.codes_in(division_code) <@ (select shell.territory()));
grant select, insert on maps.boundary to ${app_role};
