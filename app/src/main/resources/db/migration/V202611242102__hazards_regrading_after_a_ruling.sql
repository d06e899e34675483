-- A ruling is about the whole city's units: nobody makes one who does not see all of it.
create policy whole_city on hazards.beta_ruling as restrictive for insert to ${app_role}
  with check (shell.codes_in((select d.code from org.division d where d.level = 'CITY' order by d.code limit 1))
                <@ (select shell.territory()));
create index on hazards.beta_ruling (edition, table1_no, id);

-- How far the units have been graded anew by a ruling. The ruling itself never changes.
create table hazards.regrading (
  ruling_id bigint primary key references hazards.beta_ruling,
  units_total int,
  units_done int not null default 0,
  units_changed int not null default 0,
  levels_changed int not null default 0,
  stopped boolean not null default false,
  ended_at timestamptz
);
alter table hazards.regrading enable row level security;
create policy signed_in on hazards.regrading using ((select shell.actor()) is not null);
grant select, insert, update on hazards.regrading to ${app_role};
