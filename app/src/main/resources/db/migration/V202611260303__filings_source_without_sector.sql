-- As before, without one sector of several.
drop view filings.source;
create view filings.source with (security_invoker = true) as
  select u.id, u.enterprise_id, e.name as enterprise_name, e.division_code, u.name, u.level, u.grading_id, u.graded_at,
    u.incomplete_id is not null as incomplete
  from hazards.source u join enterprises.enterprise e on e.id = u.enterprise_id
  where u.kind = 'HAZCHEM_UNIT' and u.graded_at is not null;
grant select on filings.source to ${app_role};
