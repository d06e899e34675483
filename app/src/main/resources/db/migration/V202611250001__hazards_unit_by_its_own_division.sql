-- A unit is seen by its own division code, the enterprise's: through the enterprise a list of 60,000 units looked up the
-- enterprise of each. The foreign key keeps the code right, also when the enterprise moves.
alter table hazards.unit add column division_code text collate "C";
update hazards.unit u set division_code = e.division_code from enterprises.enterprise e where e.id = u.enterprise_id;
alter table hazards.unit
  alter column division_code set not null,
  drop constraint unit_enterprise_id_fkey,
  add constraint unit_enterprise foreign key (enterprise_id, division_code)
    references enterprises.enterprise (id, division_code) on update cascade;

drop policy through_enterprise on hazards.unit;
create policy scope on hazards.unit
  using (division_code <@ (select shell.territory())
           and ((select shell.sectors()) is null or enterprise_id in (select e.id from enterprises.enterprise e))
         or enterprise_id = any ((select shell.enterprises())::bigint[]));

create index on hazards.unit (division_code, id) where grading_id is not null;

-- As before, by the unit's own code.
create or replace function hazards.units_of_city(city text, out units bigint, out major bigint)
  language sql stable security definer set search_path = hazards
  as $$ select count(*), count(level) from hazards.unit
        where grading_id is not null and city like '____00' and city not like '__0000'
          and division_code <@ shell.codes_in(city) $$;
