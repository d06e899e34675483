-- A unit that cannot be judged stands in every list, with the day and the edition by which that was found; it has no level.
drop trigger standing_result on hazards.source;
create or replace function hazards.take_standing_result() returns trigger language plpgsql set search_path = hazards as $$
begin
  new.s := null; new.r := null; new.level := null; new.edition := null; new.graded_at := null;
  new.pond_class := null; new.top_pond := null;
  if new.grading_id is not null then
    select g.s, g.r, g.level, g.edition, g.graded_at into new.s, new.r, new.level, new.edition, new.graded_at
    from hazards.grading g where g.id = new.grading_id;
  end if;
  if new.incomplete_id is not null then
    select i.edition, i.found_at into new.edition, new.graded_at from hazards.incomplete i where i.id = new.incomplete_id;
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
    evaluation_id, pond_class, top_pond, incomplete_id
  on hazards.source for each row execute function hazards.take_standing_result();

update hazards.source set incomplete_id = incomplete_id where incomplete_id is not null;

-- One list serves units and other sources; each order, and what policy and count ask, from an index alone. Worst first: after the
-- levels and classes what is not known yet, before what is known not to be major.
drop index hazards.unit_worst, hazards.unit_by_s, hazards.unit_newest, hazards.unit_by_place, hazards.source_worst;
create index source_worst on hazards.source (level, pond_class, incomplete_id, r desc nulls last, id)
  include (division_code, enterprise_id, state, kind) where graded_at is not null;
create index source_by_s on hazards.source (s desc nulls last, id)
  include (division_code, enterprise_id, state, kind) where graded_at is not null;
create index source_newest on hazards.source (graded_at desc, id)
  include (division_code, enterprise_id, state, kind) where graded_at is not null;
create index source_by_place on hazards.source (division_code, id)
  include (enterprise_id, state, kind) where graded_at is not null;

-- Units are graded anew when the edition in force, its tables or the packaged catalogue are others than those of the last time.
alter table hazards.regrading
  drop constraint regrading_check,
  add column edition text,
  add column tables text,
  add column catalogue text,
  add constraint one_cause check (num_nonnulls(ruling_id, substance_number, edition) = 1),
  add constraint rules_whole check (num_nulls(edition, tables, catalogue) in (0, 3));
