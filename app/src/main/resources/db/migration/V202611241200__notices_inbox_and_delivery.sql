-- What waits for whom, and what was sent out about it.
create schema notices;
grant usage on schema notices to ${app_role};

-- A matter that waits for an act. Closed by that act or withdrawn with a reason; never deleted.
create table notices.notice (
  id bigint generated always as identity primary key,
  kind text not null,
  subject text not null,
  subject_id text not null,
  natural_key text not null, -- tells apart matters of one kind about one record, such as the years of a return
  division_code text collate "C" not null,
  enterprise_id bigint, -- whose people may see it too
  title text not null,
  href text not null check (href ~ '^/[^/\\]' or href = '/'),
  owner text collate "C" not null, -- see Owner: person:ID, post:ID, role:ROLE:CODE, role:ROLE:enterprise:ID
  due_on date,
  due_clause text not null default '',
  due_provisional boolean not null default false,
  reason_key text not null default '',
  reason_parameters text[] not null default '{}',
  urgent boolean not null,
  raised_at timestamptz not null,
  raised_by text not null,
  ended_at timestamptz,
  ended_by text,
  withdrawn_reason text, -- null when its act ended it
  announce boolean not null,
  announced_at timestamptz,
  unique (kind, subject, subject_id, natural_key),
  check ((ended_at is null) = (ended_by is null)),
  check (withdrawn_reason is null or ended_at is not null)
);
create index on notices.notice (owner, urgent desc, due_on, id) where ended_at is null;
create index on notices.notice (division_code, urgent desc, due_on, id) where ended_at is null;
create index on notices.notice (id) where announce and announced_at is null;
alter table notices.notice enable row level security;
create policy territory on notices.notice
  using (division_code <@ (select shell.territory()) or enterprise_id = any ((select shell.enterprises())::bigint[])
         or owner = (select 'person:' || nullif(shell.actor(), 0)));
grant select, insert, update on notices.notice to ${app_role};

-- Where a person may be reached. Nobody reads another's.
create table notices.contact (
  account_id bigint not null,
  channel text not null check (channel in ('MAIL', 'SMS', 'VOICE')),
  address text not null,
  changed_at timestamptz not null,
  primary key (account_id, channel)
);
alter table notices.contact enable row level security;
create policy own on notices.contact using (account_id = (select shell.actor()) or (select shell.actor()) = 0);
grant select, insert, update, delete on notices.contact to ${app_role};

-- The mail server and the gateway of the installation. Secrets are sealed with a key in the data folder.
create table notices.gateway (
  kind text primary key check (kind in ('SMTP', 'HOOK')),
  address text not null, -- host of the mail server; URL of the gateway
  port int,
  security text check (security in ('TLS', 'STARTTLS', 'NONE')),
  username text not null default '',
  sender text not null default '',
  secret bytea,
  changed_at timestamptz not null,
  changed_by text not null
);
alter table notices.gateway enable row level security;
create policy signed_in on notices.gateway using ((select shell.actor()) is not null);
grant select, insert, update, delete on notices.gateway to ${app_role};

-- One message to one person by one channel. next_at is when it is tried next; while an attempt runs, when it is taken for lost.
create table notices.delivery (
  id bigint generated always as identity primary key,
  notice_id bigint not null references notices.notice,
  account_id bigint not null,
  channel text not null check (channel in ('MAIL', 'SMS', 'VOICE')),
  key uuid not null unique default gen_random_uuid(),
  urgent boolean not null,
  state text not null check (state in ('WAITING', 'SENT', 'DELIVERED', 'READ', 'FAILED', 'DROPPED')),
  attempts int not null default 0,
  next_at timestamptz not null,
  sent_at timestamptz,
  receipt_at timestamptz,
  error text not null default '',
  unique (notice_id, account_id, channel)
);
create index on notices.delivery (channel, urgent desc, next_at, id) where state = 'WAITING';
create index on notices.delivery (state, id);
alter table notices.delivery enable row level security;
create policy through_notice on notices.delivery
  using ((select shell.actor()) = 0 or account_id = (select shell.actor())
         or exists (select from notices.notice n where n.id = notice_id))
  with check ((select shell.actor()) = 0 or exists (select from notices.notice n where n.id = notice_id));
grant select, insert, update on notices.delivery to ${app_role};
