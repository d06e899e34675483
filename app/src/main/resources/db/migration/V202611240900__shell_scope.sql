-- What a transaction may see. The application sets these once a transaction (see ActorTransactions);
-- after one transaction on a pooled connection an unset value is '', hence nullif everywhere.
create schema shell;
grant usage on schema shell to ${app_role}, ${audit_role};

create type shell.code_range as range (subtype = text, collation = "C", multirange_type_name = shell.code_multirange);

create function shell.actor() returns bigint language sql stable parallel safe
  as $$ select nullif(current_setting('zaikong.actor', true), '')::bigint $$;
create function shell.territory() returns shell.code_multirange language sql stable parallel safe
  as $$ select nullif(current_setting('zaikong.territory', true), '')::shell.code_multirange $$;
create function shell.sectors() returns text[] language sql stable parallel safe
  as $$ select nullif(current_setting('zaikong.sectors', true), '')::text[] $$;
create function shell.enterprises() returns bigint[] language sql stable parallel safe
  as $$ select nullif(current_setting('zaikong.enterprises', true), '')::bigint[] $$;

-- The half-open range of codes inside a division: 370300 is [3703, 3704).
create function shell.codes_in(code text) returns shell.code_range language sql immutable parallel safe
  as $$ select shell.code_range(p, left(p, -1) || chr(ascii(right(p, 1)) + 1))
        from (select case when code like '__0000' then left(code, 2)
                          when code like '____00' then left(code, 4)
                          else code end as p) as prefix $$;

-- Settings of this installation, one row a key.
create table shell.setting (
  key text primary key,
  value text not null,
  changed_at timestamptz not null,
  changed_by text not null
);
alter table shell.setting enable row level security;
create policy signed_in on shell.setting using ((select shell.actor()) is not null);
grant select, insert, update on shell.setting to ${app_role};
