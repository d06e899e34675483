-- A hazchem unit is one kind of hazard source; the others have neither inventory nor level (GB 18218-2018 1 leaves mines
-- out). The ids stay. What a source was declared with is kept as versions, like inventories.
alter table hazards.unit rename to source;
alter table hazards.source rename column kind to unit_kind;
alter table hazards.source
  alter column unit_kind drop not null,
  add column kind text not null default 'HAZCHEM_UNIT' check (kind in ('HAZCHEM_UNIT', 'UNDERGROUND_MINE',
    'TAILINGS_POND', 'WASTE_ROCK_HEAP', 'GOAF', 'FIREWORKS_STORE', 'OTHER')),
  add column longitude_deg double precision check (longitude_deg between -180 and 180),
  add column latitude_deg double precision check (latitude_deg between -90 and 90),
  add column state text not null default 'IN_USE' check (state in ('IN_USE', 'STOPPED', 'REMOVED')),
  add column facts_id bigint,
  add column evaluation_id bigint,
  add column pond_class smallint check (pond_class between 1 and 5),
  add column top_pond boolean,
  add check ((kind = 'HAZCHEM_UNIT') = (unit_kind is not null)),
  add check ((longitude_deg is null) = (latitude_deg is null)),
  drop constraint unit_enterprise_id_name_key,
  add constraint source_enterprise_kind_name unique (enterprise_id, kind, name);

-- What was declared of a source that is no hazchem unit, by the fields of its kind; a change is a new row.
create table hazards.facts (
  id bigint generated always as identity primary key,
  source_id bigint not null references hazards.source,
  declared_at timestamptz not null,
  declared_by text not null,
  reason text not null,
  facts jsonb not null,
  unique (id, source_id)
);
create index on hazards.facts (source_id);
alter table hazards.facts enable row level security;
create policy through_source on hazards.facts using (exists (select from hazards.source s where s.id = source_id));
grant select, insert on hazards.facts to ${app_role};

-- The class of a tailings pond, with the facts and the edition that made it; a new one is a new row.
-- Whether it is a 头顶库 is null while the distance downstream is not known.
create table hazards.evaluation (
  id bigint generated always as identity primary key,
  source_id bigint not null references hazards.source,
  facts_id bigint not null,
  edition text not null,
  evaluated_at timestamptz not null,
  class_by_capacity smallint not null check (class_by_capacity between 1 and 5),
  class_by_height smallint not null check (class_by_height between 1 and 5),
  pond_class smallint not null check (pond_class between 1 and 5),
  verified boolean not null,
  top_pond boolean,
  top_pond_within_m numeric not null,
  foreign key (facts_id, source_id) references hazards.facts (id, source_id),
  unique (id, source_id)
);
create index on hazards.evaluation (source_id);
alter table hazards.evaluation enable row level security;
create policy through_source on hazards.evaluation using (exists (select from hazards.source s where s.id = source_id));
grant select, insert on hazards.evaluation to ${app_role};

alter table hazards.source
  add foreign key (facts_id, id) references hazards.facts (id, source_id),
  add foreign key (evaluation_id, id) references hazards.evaluation (id, source_id);

-- Stopped, removed, in use again: each with its day and reason.
create table hazards.source_state (
  id bigint generated always as identity primary key,
  source_id bigint not null references hazards.source,
  state text not null check (state in ('IN_USE', 'STOPPED', 'REMOVED')),
  since date not null,
  reason text not null,
  recorded_at timestamptz not null,
  recorded_by text not null
);
create index on hazards.source_state (source_id);
alter table hazards.source_state enable row level security;
create policy through_source on hazards.source_state using (exists (select from hazards.source s where s.id = source_id));
grant select, insert on hazards.source_state to ${app_role};

-- 重点监控: by which agency, for which year and why. The name as on that day: who sees the source may not see the agency.
create table hazards.designation (
  id bigint generated always as identity primary key,
  source_id bigint not null references hazards.source,
  agency_id bigint not null references org.agency,
  agency_name text not null,
  year int not null check (year between 2000 and 2200),
  reason text not null,
  designated_at timestamptz not null,
  designated_by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_reason text,
  check (num_nonnulls(withdrawn_at, withdrawn_by, withdrawn_reason) in (0, 3))
);
create unique index designation_once on hazards.designation (source_id, agency_id, year) where withdrawn_at is null;
create index on hazards.designation (year) where withdrawn_at is null;
alter table hazards.designation enable row level security;
create policy through_source on hazards.designation using (exists (select from hazards.source s where s.id = source_id));
grant select, insert, update on hazards.designation to ${app_role};

-- Numbers that no standard fixes and this city may set; the latest of a name stands, without one the packaged value.
create table hazards.rule_number (
  id bigint generated always as identity primary key,
  name text not null,
  value numeric not null check (value > 0),
  reason text not null,
  set_by text not null,
  set_at timestamptz not null
);
create index on hazards.rule_number (name, id);
alter table hazards.rule_number enable row level security;
create policy signed_in on hazards.rule_number using ((select shell.actor()) is not null);
create policy whole_city on hazards.rule_number as restrictive for insert to ${app_role}
  with check (shell.codes_in((select d.code from org.division d where d.level = 'CITY' order by d.code limit 1))
                <@ (select shell.territory()));
grant select, insert on hazards.rule_number to ${app_role};

-- As before for a unit; for another source the time of its standing facts, and the class where there is one.
drop trigger standing_result on hazards.source;
create or replace function hazards.take_standing_result() returns trigger language plpgsql set search_path = hazards as $$
begin
  new.s := null; new.r := null; new.level := null; new.edition := null; new.graded_at := null;
  new.pond_class := null; new.top_pond := null;
  if new.grading_id is not null then
    select g.s, g.r, g.level, g.edition, g.graded_at into new.s, new.r, new.level, new.edition, new.graded_at
    from hazards.grading g where g.id = new.grading_id;
  end if;
  if new.facts_id is not null then
    select f.declared_at into new.graded_at from hazards.facts f where f.id = new.facts_id;
  end if;
  if new.evaluation_id is not null then
    select e.edition, e.pond_class, e.top_pond into new.edition, new.pond_class, new.top_pond
    from hazards.evaluation e where e.id = new.evaluation_id;
  end if;
  return new;
end $$;
create trigger standing_result before insert or update of grading_id, s, r, level, edition, graded_at, facts_id,
    evaluation_id, pond_class, top_pond
  on hazards.source for each row execute function hazards.take_standing_result();

-- A list reads its order, and what the policy asks, from the index alone, so that a page in its middle sorts nothing either.
drop index hazards.unit_level_r_id_idx, hazards.unit_s_id_idx, hazards.unit_graded_at_id_idx, hazards.unit_division_code_id_idx;
create index unit_worst on hazards.source (level, r desc, id) include (division_code, enterprise_id) where grading_id is not null;
create index unit_by_s on hazards.source (s desc, id) include (division_code, enterprise_id) where grading_id is not null;
create index unit_newest on hazards.source (graded_at desc, id) include (division_code, enterprise_id) where grading_id is not null;
create index unit_by_place on hazards.source (division_code, id) include (enterprise_id) where grading_id is not null;
create index source_worst on hazards.source (level, pond_class, r desc nulls last, id)
  include (division_code, enterprise_id, state) where graded_at is not null;
create index source_of_kind on hazards.source (kind, id) where kind <> 'HAZCHEM_UNIT';

drop function hazards.units_of_city(text);
-- What a whole city has is no secret of any part of it: the figures of the city are published. Only the sums.
create function hazards.sources_of_city(city text, in_year int, out sources bigint, out major bigint, out designated bigint)
  language sql stable security definer set search_path = hazards
  as $$ select count(*), count(s.level), count(*) filter (where exists (select from hazards.designation d
              where d.source_id = s.id and d.year = in_year and d.withdrawn_at is null))
        from hazards.source s
        where s.graded_at is not null and s.state <> 'REMOVED' and city like '____00' and city not like '__0000'
          and s.division_code <@ shell.codes_in(city) $$;
revoke all on function hazards.sources_of_city(text, int) from public;
grant execute on function hazards.sources_of_city(text, int) to ${app_role};
