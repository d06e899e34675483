create schema coverage;
grant usage on schema coverage to ${app_role};

-- A census round (普查): which categories have to report, from when, until when. It concerns everybody below the city.
create table coverage.round (
  id bigint generated always as identity primary key,
  division_code text collate "C" not null,
  name text not null check (name <> ''),
  categories text[] not null check (cardinality(categories) > 0),
  opened_on date not null,
  due_on date not null check (due_on >= opened_on),
  opened_at timestamptz not null,
  opened_by text not null,
  closed_at timestamptz,
  closed_by text,
  closed_reason text,
  check (num_nonnulls(closed_at, closed_by, closed_reason) in (0, 3))
);
create unique index one_open_round on coverage.round (division_code) where closed_at is null;
alter table coverage.round enable row level security;
create policy signed_in on coverage.round using ((select shell.actor()) is not null);
create policy whole_city_opens on coverage.round as restrictive for insert to ${app_role}
  with check (shell.codes_in(division_code) <@ (select shell.territory()));
create policy whole_city_changes on coverage.round as restrictive for update to ${app_role}
  using (shell.codes_in(division_code) <@ (select shell.territory()));
grant select, insert, update on coverage.round to ${app_role};

-- An enterprise that a person added to those expected, or excused from reporting.
create table coverage.decision (
  id bigint generated always as identity primary key,
  round_id bigint not null references coverage.round,
  enterprise_id bigint not null,
  division_code text collate "C" not null,
  kind text not null check (kind in ('ADDED', 'EXCUSED')),
  reason text not null check (reason <> ''),
  decided_at timestamptz not null,
  decided_by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  foreign key (enterprise_id, division_code) references enterprises.enterprise (id, division_code) on update cascade
);
create unique index one_decision on coverage.decision (round_id, enterprise_id) where withdrawn_at is null;
create index on coverage.decision (enterprise_id);
alter table coverage.decision enable row level security;
create policy scope on coverage.decision
  using (coalesce(division_code <@ (select shell.territory()), false)
           and ((select shell.sectors()) is null
                or exists (select from enterprises.enterprise e where e.id = enterprise_id))
         or enterprise_id = any ((select shell.enterprises())::bigint[]));
grant select, insert, update on coverage.decision to ${app_role};

-- That an enterprise has no hazard source (无危险源申报): an act of its own people, or of an officer on its behalf.
create table coverage.none_declared (
  id bigint generated always as identity primary key,
  round_id bigint not null references coverage.round,
  enterprise_id bigint not null,
  division_code text collate "C" not null,
  basis text not null check (basis <> ''),
  on_behalf boolean not null,
  declared_at timestamptz not null,
  declared_by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_reason text,
  check (num_nonnulls(withdrawn_at, withdrawn_by, withdrawn_reason) in (0, 3)),
  foreign key (enterprise_id, division_code) references enterprises.enterprise (id, division_code) on update cascade
);
create unique index one_none on coverage.none_declared (round_id, enterprise_id) where withdrawn_at is null;
create index on coverage.none_declared (enterprise_id);
alter table coverage.none_declared enable row level security;
create policy scope on coverage.none_declared
  using (coalesce(division_code <@ (select shell.territory()), false)
           and ((select shell.sectors()) is null
                or exists (select from enterprises.enterprise e where e.id = enterprise_id))
         or enterprise_id = any ((select shell.enterprises())::bigint[]));
grant select, insert, update on coverage.none_declared to ${app_role};

-- One press of 批量催报, and what it sent to whom.
create table coverage.reminder_batch (
  id bigint generated always as identity primary key,
  round_id bigint not null references coverage.round,
  division_code text collate "C" not null,
  to_enterprises int not null,
  to_townships int not null,
  waiting_already int not null,
  sent_at timestamptz not null,
  sent_by text not null
);
alter table coverage.reminder_batch enable row level security;
create policy territory on coverage.reminder_batch using (division_code <@ (select shell.territory()));
grant select, insert on coverage.reminder_batch to ${app_role};

-- Whom a to-do asks for an enterprise's declaration; ended by the declaration, or when nothing is expected any more.
create table coverage.reminder (
  id bigint generated always as identity primary key,
  batch_id bigint not null references coverage.reminder_batch,
  round_id bigint not null references coverage.round,
  enterprise_id bigint not null,
  division_code text collate "C" not null,
  to_enterprise boolean not null, -- otherwise to the officers of its township
  sent_at timestamptz not null,
  ended_at timestamptz,
  answered boolean, -- false: taken back
  check ((ended_at is null) = (answered is null)),
  foreign key (enterprise_id, division_code) references enterprises.enterprise (id, division_code) on update cascade
);
create unique index one_reminder on coverage.reminder (round_id, enterprise_id) where ended_at is null;
create index on coverage.reminder (enterprise_id);
create index on coverage.reminder (batch_id, id);
alter table coverage.reminder enable row level security;
create policy scope on coverage.reminder
  using (coalesce(division_code <@ (select shell.territory()), false)
           and ((select shell.sectors()) is null
                or exists (select from enterprises.enterprise e where e.id = enterprise_id))
         or enterprise_id = any ((select shell.enterprises())::bigint[]));
grant select, insert, update on coverage.reminder to ${app_role};

-- Where every enterprise of a round stands on a day, as far as the reader sees them: the one place that says who is expected,
-- who has reported and what is still missing. Lists, counts, figures and estimates all ask it.
create function coverage.standing(of_round bigint, on_day date) returns table (enterprise_id bigint, name text,
    credit_code text, division_code text, categories text[], registered_at timestamptz, decided text, decided_reason text,
    sources bigint, incomplete bigint, has_none boolean, received boolean, state text)
  language sql stable
  as $$
    select f.id, f.name, f.credit_code, f.division_code, f.categories, f.created_at, f.kind, f.reason, f.sources,
      f.incomplete, f.has_none, f.sources > 0 or f.has_none,
      case when f.kind = 'EXCUSED' then 'EXCUSED'
           when f.incomplete > 0 then 'INCOMPLETE'
           when f.sources > 0 or f.has_none then 'REPORTED'
           when on_day > f.due_on then 'OVERDUE'
           when f.site then 'INCOMPLETE'
           else 'MISSING' end
    from (
      select e.id, e.name, e.credit_code, e.division_code, e.categories, e.created_at, d.kind, d.reason, r.due_on,
        coalesce(s.sources, 0) as sources, coalesce(s.incomplete, 0) as incomplete, n.id is not null as has_none,
        h.id is not null as site
      from coverage.round r
      join enterprises.enterprise e on e.merged_into is null
      left join coverage.decision d on d.round_id = r.id and d.enterprise_id = e.id and d.withdrawn_at is null
      left join coverage.none_declared n on n.round_id = r.id and n.enterprise_id = e.id and n.withdrawn_at is null
      left join hazards.site h on h.enterprise_id = e.id
      left join (select s.enterprise_id, count(*) as sources, count(s.incomplete_id) as incomplete from hazards.source s
                 where s.state <> 'REMOVED' and (s.inventory_id is not null or s.facts_id is not null)
                 group by s.enterprise_id) s on s.enterprise_id = e.id
      where r.id = of_round
        and (d.kind is not null or e.categories && r.categories and e.state not in ('CLOSED', 'MOVED_AWAY'))) f
  $$;
revoke all on function coverage.standing(bigint, date) from public;
grant execute on function coverage.standing(bigint, date) to ${app_role};
