-- How what was declared is handled, as stated: a temperature in °C or 常温, a gauge pressure in MPa; empty: not stated. The
-- inventory's own hold for those of its chemicals that state none.
alter table hazards.inventory
  add column temperature_c text not null default '',
  add column gauge_pressure_mpa text not null default '',
  add column process text not null default '';
alter table hazards.chemical
  add column container text not null default '',
  add column temperature_c text not null default '',
  add column gauge_pressure_mpa text not null default '',
  add column process text not null default '',
  add column note text not null default '',
  add column category_reason text not null default '';

-- Chemicals of a unit that are in no category of tables 1 and 2 and add nothing.
alter table hazards.grading add column outside jsonb not null default '[]';

-- Why a unit cannot be judged yet: it then has no standing result, and no level is claimed. The trial takes everything missing for
-- the worst; it is null where even that is unknown.
create table hazards.incomplete (
  id bigint generated always as identity primary key,
  unit_id bigint not null references hazards.source,
  inventory_id bigint not null,
  exposed_population int not null,
  edition text not null,
  found_at timestamptz not null,
  missing jsonb not null,
  trial_s numeric,
  trial_r numeric,
  trial_level smallint check (trial_level between 1 and 4),
  foreign key (inventory_id, unit_id) references hazards.inventory (id, unit_id),
  unique (id, unit_id),
  check ((trial_s is null) = (trial_r is null)),
  check (trial_s is not null or trial_level is null)
);
create index on hazards.incomplete (unit_id);
alter table hazards.incomplete enable row level security;
create policy through_unit on hazards.incomplete using (exists (select from hazards.source u where u.id = unit_id));
grant select, insert on hazards.incomplete to ${app_role};

alter table hazards.source
  add column incomplete_id bigint,
  add constraint unit_incomplete foreign key (incomplete_id, id) references hazards.incomplete (id, unit_id),
  add constraint graded_or_incomplete check (grading_id is null or incomplete_id is null);
create index on hazards.source (division_code, id) where incomplete_id is not null;

-- Units are graded anew after a change of the catalogue as they are after a ruling.
alter table hazards.regrading
  drop constraint regrading_pkey,
  alter column ruling_id drop not null,
  add column id bigint generated always as identity primary key,
  add column substance_number text,
  add column substance_version int,
  add unique (ruling_id),
  add unique (substance_number, substance_version),
  add check ((ruling_id is null) = (substance_number is not null)),
  add check ((substance_number is null) = (substance_version is null));

-- What an inventory holds, in its order, as it was stated.
create function hazards.chemicals_of(of bigint) returns json language sql stable set search_path = hazards
  as $$ select json_agg(json_build_object(
             'stated', json_build_object('cas', coalesce(c.cas, ''), 'name', coalesce(c.name, ''),
               'categories', c.categories, 'quantityT', c.q_t::text),
             'handling', json_build_object('container', c.container, 'temperature', c.temperature_c,
               'pressure', c.gauge_pressure_mpa, 'process', c.process, 'note', c.note),
             'categoryReason', c.category_reason) order by c.position)
        from hazards.chemical c where c.inventory_id = of $$;
revoke all on function hazards.chemicals_of(bigint) from public;
grant execute on function hazards.chemicals_of(bigint) to ${app_role};
