-- The same rows as before, in words that the planner can estimate: it takes "x <@ multirange" for one row in two hundred, so that a
-- city's list of 60,000 was planned as a handful of rows and joined row by row. A coalesce and a case count as one in two.
alter policy scope on enterprises.enterprise
  using (coalesce(division_code <@ (select shell.territory()), false)
           and case when (select shell.sectors()) is null then true
                    else categories && (select enterprises.categories_in((select shell.sectors()))) end
         or id = any ((select shell.enterprises())::bigint[]));
