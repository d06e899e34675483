-- A statement in these is the same for every row, and nothing in it is optional: it is planned once for a connection, also where
-- the connection plans every statement of its own for its parameters.
alter function filings.stand(bigint) set plan_cache_mode = auto;
alter function hazards.take_standing_result() set plan_cache_mode = auto;
