create schema calendar;
grant usage on schema calendar to ${app_role};

-- Notices of the State Council on the days off of a year, entered after the program was delivered. The latest
-- entry of a year counts; a correction is a new entry. The same for the whole country.
create table calendar.year (
  id bigint generated always as identity primary key,
  year int not null check (year between 2000 and 2100),
  notice text not null,
  entered_at timestamptz not null,
  entered_by text not null
);
alter table calendar.year enable row level security;
create policy signed_in on calendar.year using ((select shell.actor()) is not null);
grant select, insert on calendar.year to ${app_role};

create table calendar.holiday (
  year_id bigint not null references calendar.year,
  festival text not null,
  from_date date not null,
  to_date date not null check (to_date >= from_date),
  make_up date[] not null,
  primary key (year_id, festival)
);
alter table calendar.holiday enable row level security;
create policy signed_in on calendar.holiday using ((select shell.actor()) is not null);
grant select, insert on calendar.holiday to ${app_role};
