create schema access;
grant usage on schema access to ${app_role};

create table access.token (
  id bigint generated always as identity primary key,
  account_id bigint not null references org.account,
  name text not null,
  hash bytea not null unique,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index on access.token (account_id);
alter table access.token enable row level security;
create policy through_account on access.token using (exists (select from org.account a where a.id = account_id));
grant select, insert, update on access.token to ${app_role};

-- Failed sign-ins by address, for throttling; kept for a day.
create table access.failure (
  id bigint generated always as identity primary key,
  address text not null,
  at timestamptz not null
);
create index on access.failure (address, at);
alter table access.failure enable row level security;
create policy sign_in on access.failure using ((select shell.actor()) = 0);
grant select, insert, delete on access.failure to ${app_role};

-- The link that makes the first accounts; only its hash is kept.
create table access.setup_link (
  hash bytea primary key,
  expires_at timestamptz not null,
  used_at timestamptz
);
alter table access.setup_link enable row level security;
create policy set_up on access.setup_link using ((select shell.actor()) = 0);
grant select, insert, update on access.setup_link to ${app_role};

-- Spring Session's own tables; read before anyone is known, so without policies.
create table access.spring_session (
  primary_id char(36) primary key,
  session_id char(36) not null unique,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100)
);
create index on access.spring_session (expiry_time);
create index on access.spring_session (principal_name);
create table access.spring_session_attributes (
  session_primary_id char(36) not null references access.spring_session on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);
grant select, insert, update, delete on access.spring_session, access.spring_session_attributes to ${app_role};

-- Spring Security's own tables for passkeys; read before anyone is known, so without policies.
create table access.user_entities (
  id varchar(1000) primary key,
  name varchar(100) not null unique,
  display_name varchar(200)
);
create table access.user_credentials (
  credential_id varchar(1000) primary key,
  user_entity_user_id varchar(1000) not null references access.user_entities on delete cascade,
  public_key bytea not null,
  signature_count bigint,
  uv_initialized boolean,
  backup_eligible boolean not null,
  authenticator_transports varchar(1000),
  public_key_credential_type varchar(100),
  backup_state boolean not null,
  attestation_object bytea,
  attestation_client_data_json bytea,
  created timestamp,
  last_used timestamp,
  label varchar(1000) not null
);
grant select, insert, update, delete on access.user_entities, access.user_credentials to ${app_role};
