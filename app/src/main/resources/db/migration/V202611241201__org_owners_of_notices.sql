-- A to-do may be for somebody outside the territory of the person whose act raises it: these answer a code or
-- ids, nothing else.

-- The division, this one or the nearest above it, whose people have the role on that day.
create function org.seat_of(wanted text, code text, on_day date) returns text
  language sql stable security definer set search_path = org
  as $$ select a.division_code from org.account a
          join org.account_role r on r.account_id = a.id
        where shell.actor() is not null and a.closed_at is null and r.role = wanted
          and r.valid_from <= on_day and (r.valid_to is null or r.valid_to >= on_day)
          and code <@ shell.codes_in(a.division_code)
        order by length(lower(shell.codes_in(a.division_code))) desc limit 1 $$;
revoke all on function org.seat_of(text, text, date) from public;
grant execute on function org.seat_of(text, text, date) to ${app_role};

-- The posts that the person of the actor's account holds on that day.
create function org.own_posts(on_day date) returns setof bigint
  language sql stable security definer set search_path = org
  as $$ select h.post_id from org.post_holding h join org.account a on a.person_id = h.person_id
        where a.id = nullif(shell.actor(), 0)
          and h.valid_from <= on_day and (h.valid_to is null or h.valid_to > on_day) $$;
revoke all on function org.own_posts(date) from public;
grant execute on function org.own_posts(date) to ${app_role};
create index on org.post_holding (person_id);

-- What waited already when to-dos became records.
insert into notices.notice (kind, subject, subject_id, natural_key, division_code, title, href, owner, urgent,
  raised_at, raised_by, announce)
select 'account.waiting', 'org.account', a.id::text, '', a.division_code, a.username, '/accounts/' || a.id,
  'role:SECURITY_ADMINISTRATOR:' || coalesce(
    (select s.division_code from org.account s join org.account_role r on r.account_id = s.id
     where s.closed_at is null and r.role = 'SECURITY_ADMINISTRATOR'
       and r.valid_from <= current_date and (r.valid_to is null or r.valid_to >= current_date)
       and a.division_code <@ shell.codes_in(s.division_code)
     order by length(lower(shell.codes_in(s.division_code))) desc limit 1), a.division_code),
  false, a.created_at, 'migration', false
from org.account a
where a.closed_at is null and not exists (
  select from org.account_role r where r.account_id = a.id
    and r.valid_from <= current_date and (r.valid_to is null or r.valid_to >= current_date));
