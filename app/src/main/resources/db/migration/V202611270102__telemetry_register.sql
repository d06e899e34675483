create schema telemetry;
grant usage on schema telemetry to ${app_role};

-- A device of an enterprise that sends the readings of its sensors. Contact and clock are filled in by what receives readings.
create table telemetry.gateway (
  id bigint generated always as identity primary key,
  enterprise_id bigint not null,
  division_code text collate "C" not null,
  name text not null check (name <> ''),
  note text not null,
  state text not null default 'IN_USE' check (state in ('IN_USE', 'STOPPED')),
  state_reason text not null default '',
  state_at timestamptz not null,
  state_by text not null,
  last_contact_at timestamptz,
  clock_skew_ms bigint,
  created_at timestamptz not null,
  created_by text not null,
  foreign key (enterprise_id, division_code) references enterprises.enterprise (id, division_code) on update cascade,
  unique (enterprise_id, name),
  unique (id, enterprise_id, division_code)
);
create index gateway_by_place on telemetry.gateway (division_code, id) include (enterprise_id, state);
alter table telemetry.gateway enable row level security;
create policy scope on telemetry.gateway
  using (coalesce(division_code <@ (select shell.territory()), false)
           and case when (select shell.sectors()) is null then true
                    else exists (select from enterprises.enterprise e where e.id = enterprise_id) end
         or enterprise_id = any ((select shell.enterprises())::bigint[]));
grant select, insert, update on telemetry.gateway to ${app_role};

-- By what a gateway is known. Passwords and tokens are made here, long and random, and only their hash is kept; of a
-- certificate the hash of its DER form. A new one of a kind takes the place of the one before.
create table telemetry.credential (
  id bigint generated always as identity primary key,
  gateway_id bigint not null references telemetry.gateway,
  kind text not null check (kind in ('PASSWORD', 'TOKEN', 'CERTIFICATE')),
  sha256 bytea not null check (length(sha256) = 32),
  name text not null,
  valid_until timestamptz,
  made_at timestamptz not null,
  made_by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create unique index credential_of_kind on telemetry.credential (gateway_id, kind) where withdrawn_at is null;
create unique index credential_once on telemetry.credential (kind, sha256) where withdrawn_at is null;
create index on telemetry.credential (gateway_id, id);
alter table telemetry.credential enable row level security;
create policy through_gateway on telemetry.credential
  using (exists (select from telemetry.gateway g where g.id = gateway_id));
grant select, insert, update (withdrawn_at, withdrawn_by) on telemetry.credential to ${app_role};

-- What was wrong with what a gateway sent, for its owner to read; the latest of each gateway.
create table telemetry.gateway_error (
  id bigint generated always as identity primary key,
  gateway_id bigint not null references telemetry.gateway,
  at timestamptz not null,
  what text not null check (what ~ '^[A-Z_]{1,40}$'),
  tag text not null,
  excerpt text not null check (length(excerpt) <= 500)
);
create index on telemetry.gateway_error (gateway_id, id);
alter table telemetry.gateway_error enable row level security;
create policy through_gateway on telemetry.gateway_error
  using (exists (select from telemetry.gateway g where g.id = gateway_id));
grant select, insert, delete on telemetry.gateway_error to ${app_role};

-- A sensor belongs to one gateway and one source of the same enterprise. Enterprise and division stand beside, kept right by the
-- foreign keys: those of a country may be 440,000, and each is seen by its own row. Both keys wait for the end of the transaction,
-- because a merger of two enterprises moves gateway and source one after the other.
create table telemetry.sensor (
  id bigint generated always as identity primary key,
  gateway_id bigint not null,
  source_id bigint not null,
  enterprise_id bigint not null,
  division_code text collate "C" not null,
  tag text not null check (tag <> ''),
  name text not null check (name <> ''),
  kind text not null check (kind in ('COMBUSTIBLE_GAS', 'TOXIC_GAS', 'OXYGEN', 'TEMPERATURE', 'PRESSURE', 'LEVEL', 'FLOW',
    'WIND_SPEED', 'WIND_DIRECTION', 'DISPLACEMENT', 'PHREATIC_LINE', 'RAINFALL', 'VIDEO', 'OTHER')),
  unit text not null,
  medium text not null,
  cas text not null,
  state text not null default 'IN_USE' check (state in ('IN_USE', 'MAINTENANCE', 'STOPPED')),
  state_from timestamptz not null,
  state_until timestamptz,
  state_reason text not null default '',
  created_at timestamptz not null,
  created_by text not null,
  constraint sensor_gateway foreign key (gateway_id, enterprise_id, division_code)
    references telemetry.gateway (id, enterprise_id, division_code) on update cascade deferrable initially deferred,
  constraint sensor_source foreign key (source_id, enterprise_id, division_code)
    references hazards.source (id, enterprise_id, division_code) on update cascade deferrable initially deferred,
  unique (gateway_id, tag),
  check ((state = 'MAINTENANCE') = (state_until is not null)),
  check (state_until > state_from),
  check (state = 'IN_USE' or state_reason <> '')
);
create index sensor_by_place on telemetry.sensor (division_code, id)
  include (enterprise_id, source_id, gateway_id, kind, state, state_from, state_until, created_at);
create index on telemetry.sensor (source_id, id);
create index on telemetry.sensor (enterprise_id);
alter table telemetry.sensor enable row level security;
create policy scope on telemetry.sensor
  using (coalesce(division_code <@ (select shell.territory()), false)
           and case when (select shell.sectors()) is null then true
                    else exists (select from enterprises.enterprise e where e.id = enterprise_id) end
         or enterprise_id = any ((select shell.enterprises())::bigint[]));
grant select, insert, update on telemetry.sensor to ${app_role};

-- In use, in maintenance from-to, stopped: each with its reason.
create table telemetry.sensor_state (
  id bigint generated always as identity primary key,
  sensor_id bigint not null references telemetry.sensor,
  state text not null check (state in ('IN_USE', 'MAINTENANCE', 'STOPPED')),
  from_at timestamptz not null,
  until_at timestamptz,
  reason text not null,
  recorded_at timestamptz not null,
  recorded_by text not null
);
create index on telemetry.sensor_state (sensor_id, id);
alter table telemetry.sensor_state enable row level security;
create policy through_sensor on telemetry.sensor_state using (exists (select from telemetry.sensor s where s.id = sensor_id));
grant select, insert on telemetry.sensor_state to ${app_role};

-- The limits of a sensor, in its unit, with all that were ever proposed. The first ones of a sensor stand at once; any others
-- stand when a second person has confirmed them, which the row itself asks for.
create table telemetry.limits (
  id bigint generated always as identity primary key,
  sensor_id bigint not null references telemetry.sensor,
  first boolean not null,
  state text not null check (state in ('PROPOSED', 'STANDING', 'SUPERSEDED', 'REFUSED', 'WITHDRAWN')),
  range_low numeric,
  range_high numeric,
  low_low numeric,
  low numeric,
  high numeric,
  high_high numeric,
  hysteresis numeric check (hysteresis >= 0),
  idlh numeric check (idlh > 0),
  on_delay_s int check (on_delay_s >= 0),
  off_delay_s int check (off_delay_s >= 0),
  rate_per_min numeric check (rate_per_min > 0),
  stuck_after_min int check (stuck_after_min > 0),
  offline_after_s int not null check (offline_after_s > 0),
  edition text not null,
  reason text not null,
  proposed_by bigint not null,
  proposed_by_name text not null,
  proposed_at timestamptz not null,
  decided_by bigint,
  decided_by_name text,
  decided_at timestamptz,
  decision_note text,
  check (range_low < range_high),
  check (low_low < low),
  check (low < high),
  check (high < high_high),
  check (first or reason <> ''),
  check (num_nonnulls(decided_by, decided_by_name, decided_at, decision_note) in (0, 4)),
  constraint second_person check (decided_by <> proposed_by),
  constraint confirmed check (first or state in ('PROPOSED', 'WITHDRAWN') or decided_by is not null)
);
create unique index limits_first on telemetry.limits (sensor_id) where first;
create unique index limits_standing on telemetry.limits (sensor_id) where state = 'STANDING';
create unique index limits_proposed on telemetry.limits (sensor_id) where state = 'PROPOSED';
create index on telemetry.limits (sensor_id, id);
alter table telemetry.limits enable row level security;
create policy through_sensor on telemetry.limits using (exists (select from telemetry.sensor s where s.id = sensor_id));
-- Nobody writes another down as the one who proposed, and nothing but first limits begins to stand by itself.
create policy own_proposal on telemetry.limits as restrictive for insert to ${app_role}
  with check (proposed_by = (select shell.actor()) and decided_by is null
    and (state = 'PROPOSED' and not first or state = 'STANDING' and first));
grant select, insert, update (state, decided_by, decided_by_name, decided_at, decision_note) on telemetry.limits to ${app_role};

-- Nor another as the one who decided; what was decided stays.
create function telemetry.hold_decision() returns trigger language plpgsql set search_path = telemetry as $$
begin
  if not (old.state = 'PROPOSED' and new.state in ('STANDING', 'REFUSED', 'WITHDRAWN')
      or old.state = 'STANDING' and new.state = 'SUPERSEDED') then
    raise exception 'limits % cannot go from % to %', old.id, old.state, new.state;
  end if;
  if old.state = 'PROPOSED' and new.state <> 'WITHDRAWN' and new.decided_by is distinct from shell.actor()
      or old.state = 'PROPOSED' and new.state = 'WITHDRAWN' and (new.decided_by is not null or old.proposed_by <> shell.actor())
      or old.state = 'STANDING' and new.decided_by is distinct from old.decided_by then
    raise exception 'limits % are decided by whoever acts', old.id;
  end if;
  return new;
end $$;
create trigger hold_decision before update on telemetry.limits for each row execute function telemetry.hold_decision();
