-- The standing result beside the unit, so that a list of 60,000 units is sorted by an index instead of reading
-- every worksheet. Written by the trigger alone, from the grading that the unit points to.
alter table hazards.unit
  add column s numeric,
  add column r numeric,
  add column level smallint,
  add column edition text,
  add column graded_at timestamptz;

update hazards.unit u set s = g.s, r = g.r, level = g.level, edition = g.edition, graded_at = g.graded_at
from hazards.grading g where g.id = u.grading_id;

create function hazards.take_standing_result() returns trigger language plpgsql set search_path = hazards as $$
begin
  select g.s, g.r, g.level, g.edition, g.graded_at into new.s, new.r, new.level, new.edition, new.graded_at
  from hazards.grading g where g.id = new.grading_id;
  return new;
end $$;
create trigger standing_result before insert or update of grading_id, s, r, level, edition, graded_at
  on hazards.unit for each row execute function hazards.take_standing_result();

create index on hazards.unit (level, r desc, id) where grading_id is not null;
create index on hazards.unit (s desc, id) where grading_id is not null;
create index on hazards.unit (graded_at desc, id) where grading_id is not null;

-- What a whole city has is no secret of any part of it: the figures of the city are published. Only the two sums.
create function hazards.units_of_city(city text, out units bigint, out major bigint)
  language sql stable security definer set search_path = hazards
  as $$ select count(*), count(level) from hazards.unit u join enterprises.enterprise e on e.id = u.enterprise_id
        where u.grading_id is not null and city like '____00' and city not like '__0000'
          and e.division_code <@ shell.codes_in(city) $$;
revoke all on function hazards.units_of_city(text) from public;
grant execute on function hazards.units_of_city(text) to ${app_role};
