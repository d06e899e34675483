-- As before, but on the application's day instead of the server's.
create or replace function org.own_divisions() returns setof text language sql stable security definer set search_path = org
  as $$ select division_code from org.account_scope
        where account_id = shell.actor() and division_code is not null
          and valid_from <= shell.today() and (valid_to is null or valid_to >= shell.today()) $$;

-- Whether every township of the zone, of today or later, lies in the actor's territory; he sees no other delegation himself.
create function org.zone_in_territory(zone bigint) returns boolean language sql stable security definer set search_path = org
  as $$ select not exists (select from org.delegation d
          where d.zone_id = zone and (d.valid_to is null or d.valid_to > shell.today())
            and not shell.codes_in(d.township_code) <@ shell.territory()) $$;
revoke all on function org.zone_in_territory(bigint) from public;
grant execute on function org.zone_in_territory(bigint) to ${app_role};

create policy zone_in_territory on org.account_scope as restrictive for insert to ${app_role}
  with check (zone_id is null or org.zone_in_territory(zone_id));
