-- As before, for better plans. Under coalesce the planner expects half of the rows; of a bare <@ it expects next to none, and
-- then looks up one by one what it should read in order. With exists it may look up the enterprise of one unit, or read the
-- enterprises of a scope of some sectors once for many.
drop policy scope on hazards.unit;
create policy scope on hazards.unit
  using (coalesce(division_code <@ (select shell.territory()), false)
           and ((select shell.sectors()) is null
                or exists (select from enterprises.enterprise e where e.id = enterprise_id))
         or enterprise_id = any ((select shell.enterprises())::bigint[]));
