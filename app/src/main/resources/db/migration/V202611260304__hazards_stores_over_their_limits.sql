-- 超量, 超员: of what its standing facts say more is in a fireworks store than it is permitted.
alter table hazards.source add column excesses text[] not null default '{}' check (excesses <@ array['QUANTITY', 'PEOPLE']);
