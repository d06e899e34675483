create schema hazards;
grant usage on schema hazards to ${app_role};

-- A plant inside its boundary (厂区): the population around it decides alpha for all its units (GB 18218-2018 4.3.3).
create table hazards.site (
  id bigint generated always as identity primary key,
  enterprise_id bigint not null unique references enterprises.enterprise,
  exposed_population int not null check (exposed_population >= 0),
  population_source text not null,
  declared_at timestamptz not null
);
alter table hazards.site enable row level security;
create policy through_enterprise on hazards.site
  using (exists (select from enterprises.enterprise e where e.id = enterprise_id));
grant select, insert, update on hazards.site to ${app_role};

create table hazards.unit (
  id bigint generated always as identity primary key,
  enterprise_id bigint not null references enterprises.enterprise,
  name text not null,
  kind text not null check (kind in ('PRODUCTION', 'STORAGE')),
  inventory_id bigint,
  grading_id bigint,
  unique (enterprise_id, name)
);
alter table hazards.unit enable row level security;
create policy through_enterprise on hazards.unit
  using (exists (select from enterprises.enterprise e where e.id = enterprise_id));
grant select, insert, update on hazards.unit to ${app_role};

-- What was declared to be in a unit; a change is a new inventory, the old one stays.
create table hazards.inventory (
  id bigint generated always as identity primary key,
  unit_id bigint not null references hazards.unit,
  declared_at timestamptz not null,
  declared_by text not null,
  unique (id, unit_id)
);
create index on hazards.inventory (unit_id);
alter table hazards.inventory enable row level security;
create policy through_unit on hazards.inventory using (exists (select from hazards.unit u where u.id = unit_id));
grant select, insert on hazards.inventory to ${app_role};

create table hazards.chemical (
  inventory_id bigint not null references hazards.inventory,
  position int not null,
  cas text,
  name text,
  categories text[] not null default '{}',
  q_t numeric not null check (q_t >= 0),
  primary key (inventory_id, position)
);
alter table hazards.chemical enable row level security;
create policy through_inventory on hazards.chemical
  using (exists (select from hazards.inventory i where i.id = inventory_id));
grant select, insert on hazards.chemical to ${app_role};

-- A result, with the inputs and the edition that made it; a new one is a new row.
create table hazards.grading (
  id bigint generated always as identity primary key,
  unit_id bigint not null references hazards.unit,
  inventory_id bigint not null,
  exposed_population int not null,
  edition text not null,
  graded_at timestamptz not null,
  s numeric not null,
  major boolean not null,
  alpha numeric not null,
  alpha_clause text not null,
  r numeric not null,
  level smallint check (level between 1 and 4),
  terms jsonb not null,
  foreign key (inventory_id, unit_id) references hazards.inventory (id, unit_id),
  unique (id, unit_id),
  check (major = (level is not null))
);
create index on hazards.grading (unit_id);

alter table hazards.grading enable row level security;
create policy through_unit on hazards.grading using (exists (select from hazards.unit u where u.id = unit_id));
grant select, insert on hazards.grading to ${app_role};

alter table hazards.unit
  add foreign key (inventory_id, id) references hazards.inventory (id, unit_id),
  add foreign key (grading_id, id) references hazards.grading (id, unit_id);

-- An uploaded census workbook, from its check to its import.
create table hazards.census_import (
  id bigint generated always as identity primary key,
  account_id bigint not null,
  division_code text collate "C" not null,
  file_name text not null,
  content bytea not null,
  sha256 text not null,
  state text not null check (state in ('CHECKED', 'RUNNING', 'DONE', 'INTERRUPTED', 'DISCARDED')),
  uploaded_at timestamptz not null,
  ended_at timestamptz,
  units_total int not null default 0,
  units_done int not null default 0,
  report jsonb not null
);
alter table hazards.census_import enable row level security;
create policy own on hazards.census_import
  using (account_id = (select shell.actor()) or (select shell.actor()) = 0 and division_code <@ (select shell.territory()));
grant select, insert, update on hazards.census_import to ${app_role};

-- Rulings on what the standard leaves open (such as beta of a table 1 substance that table 3 does not list).
create table hazards.beta_ruling (
  id bigint generated always as identity primary key,
  edition text not null,
  table1_no int not null,
  beta numeric not null check (beta > 0),
  reason text not null,
  ruled_by text not null,
  ruled_at timestamptz not null
);
alter table hazards.beta_ruling enable row level security;
create policy signed_in on hazards.beta_ruling using ((select shell.actor()) is not null);
grant select, insert on hazards.beta_ruling to ${app_role};
