-- Incomplete units too: what was filed stays filed, whatever is missing now.
create or replace view filings.source with (security_invoker = true) as
  select u.id, u.enterprise_id, e.name as enterprise_name, e.division_code, e.categories[1] as sector, u.name, u.level, u.grading_id,
    u.graded_at, u.incomplete_id is not null as incomplete
  from hazards.source u join enterprises.enterprise e on e.id = u.enterprise_id
  where u.kind = 'HAZCHEM_UNIT' and u.graded_at is not null;

-- The facts of a source on one row, so that a register of thousands is filtered and sorted without looking up the last of
-- everything for each. Facts only: what falls due by them depends on the day and the work calendar and is not kept. Written by
-- the triggers alone.
create table filings.standing (
  source_id bigint primary key references hazards.source,
  assessment_id bigint,
  assessed_on date,
  assessed_level smallint,
  quantitative_required boolean,
  quantitative_done boolean,
  cause_on date,
  acceptance_on date,
  filed_id bigint,
  filed_version int,
  filed_state text,
  filed_assessment bigint,
  filed_submitted_on date,
  filed_on date,
  number text,
  asked_on date,
  open_id bigint,
  open_version int,
  open_state text,
  open_assessment bigint,
  open_submitted_on date,
  ended boolean not null default false,
  roles text[] not null default '{}',
  technical_from date,
  technical_on date,
  operational_from date,
  operational_on date
);
alter table filings.standing enable row level security;
create policy through_source on filings.standing using (exists (select from hazards.source u where u.id = source_id));
grant select, insert, update on filings.standing to ${app_role};

create function filings.stand(source bigint) returns void language plpgsql set search_path = filings as $$
begin
  -- Locked before the facts are read: who comes second reads what the first has written.
  insert into filings.standing (source_id) values (source) on conflict do nothing;
  perform 1 from filings.standing t where t.source_id = source for update;
  update filings.standing t set (assessment_id, assessed_on, assessed_level, quantitative_required, quantitative_done, cause_on,
      acceptance_on, filed_id, filed_version, filed_state, filed_assessment, filed_submitted_on, filed_on, number, asked_on, open_id,
      open_version, open_state, open_assessment, open_submitted_on, ended, roles, technical_from, technical_on, operational_from,
      operational_on) = (
    select a.id, a.completed_on, a.level, a.quantitative_required, a.quantitative_done,
      (select min(c.occurred_on) from filings.cause c
        where c.source_id = source and (a.completed_on is null or c.occurred_on > a.completed_on)),
      (select min(c.acceptance_on) from filings.cause c
        where c.source_id = source and (f.filed_on is null or f.filed_on < c.occurred_on)),
      f.id, f.version, f.state, f.assessment_id, f.submitted_on, f.filed_on, f.number, f.asked_on, o.id, o.version, o.state,
      o.assessment_id, o.submitted_on,
      exists (select from filings.filing x where x.source_id = source and x.state = 'CANCELLED'),
      array(select p.role from filings.accountable p where p.source_id = source and p.to_date is null order by 1),
      (select max(p.from_date) from filings.accountable p
        where p.source_id = source and p.to_date is null and p.role = 'TECHNICAL'),
      (select max(k.done_on) from filings.duty_check k where k.source_id = source and k.role = 'TECHNICAL'),
      (select max(p.from_date) from filings.accountable p
        where p.source_id = source and p.to_date is null and p.role = 'OPERATIONAL'),
      (select max(k.done_on) from filings.duty_check k where k.source_id = source and k.role = 'OPERATIONAL')
    from (select source as id) as s
    left join lateral (select * from filings.assessment y where y.source_id = s.id
      order by y.completed_on desc, y.id desc limit 1) as a on true
    left join filings.filing f on f.source_id = s.id and f.state in ('FILED', 'CANCELLATION_ASKED', 'CHECKED')
    left join filings.filing o on o.source_id = s.id and o.state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED'))
  where t.source_id = source;
end $$;
revoke all on function filings.stand(bigint) from public;
grant execute on function filings.stand(bigint) to ${app_role};

create function filings.stand_anew() returns trigger language plpgsql set search_path = filings as $$
begin
  perform filings.stand(new.source_id);
  return null;
end $$;
create trigger standing after insert on filings.assessment for each row execute function filings.stand_anew();
create trigger standing after insert on filings.cause for each row execute function filings.stand_anew();
create trigger standing after insert or update on filings.filing for each row execute function filings.stand_anew();
create trigger standing after insert or update on filings.accountable for each row execute function filings.stand_anew();
create trigger standing after insert on filings.duty_check for each row execute function filings.stand_anew();

select filings.stand(s.id) from (
  select source_id from filings.assessment union select source_id from filings.cause union select source_id from filings.filing
  union select source_id from filings.accountable union select source_id from filings.duty_check) as s (id);
