-- Whether an open account holds the enterprise, today or later, that the actor may not change: one out of his sight, or
-- his own. It says no more than that.
create function org.enterprise_held_beyond_reach(enterprise bigint) returns boolean
  language sql stable security definer set search_path = org
  as $$ select exists (
          select from org.account_scope s join org.account a on a.id = s.account_id
          where s.enterprise_id = enterprise and a.closed_at is null
            and (s.valid_to is null or s.valid_to >= greatest(s.valid_from, shell.today()))
            and (a.id = shell.actor() or not coalesce(a.division_code <@ shell.territory(), false))) $$;
revoke all on function org.enterprise_held_beyond_reach(bigint) from public;
grant execute on function org.enterprise_held_beyond_reach(bigint) to ${app_role};
