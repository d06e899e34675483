-- Villages are many: the map asks only for those in view. Earlier boundaries are of larger divisions, which are drawn whole.
alter table maps.boundary
  add column west_deg double precision,
  add column south_deg double precision,
  add column east_deg double precision,
  add column north_deg double precision,
  add check (num_nonnulls(west_deg, south_deg, east_deg, north_deg) in (0, 4)),
  add check (length(division_code) < 12 or area is null or west_deg is not null);
