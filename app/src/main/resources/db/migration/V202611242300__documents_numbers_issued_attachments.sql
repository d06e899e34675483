create schema documents;
grant usage on schema documents to ${app_role};

-- A series of document numbers (发文字号): one agency, one kind, counted by year.
create table documents.series (
  id bigint generated always as identity primary key,
  division_code text collate "C" not null,
  issuer text not null,
  kind text not null,
  word text not null check (word <> ''),
  created_at timestamptz not null,
  created_by text not null,
  unique (division_code, issuer, kind),
  -- two series of one word would give the same number twice
  unique (word)
);
alter table documents.series enable row level security;
create policy territory on documents.series using (division_code <@ (select shell.territory()));
grant select, insert on documents.series to ${app_role};

-- The last number given. Its row is locked from the taking of a number to the end of that transaction.
create table documents.counter (
  series_id bigint not null references documents.series,
  year int not null,
  last int not null check (last > 0),
  primary key (series_id, year)
);
alter table documents.counter enable row level security;
create policy through_series on documents.counter
  using (exists (select from documents.series s where s.id = series_id));
grant select, insert, update on documents.counter to ${app_role};

-- Bytes, once a hash.
create table documents.content (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  size_byte bigint not null,
  bytes bytea not null
);
alter table documents.content alter column bytes set storage external; -- the kinds kept are compressed already
alter table documents.content enable row level security;

-- Documents as they were issued; never changed. The sector is the enterprise's, null where there is none.
create table documents.issued (
  id bigint generated always as identity primary key,
  series_id bigint not null references documents.series,
  year int not null,
  number int not null,
  number_text text not null unique,
  kind text not null,
  title text not null,
  subject text not null,
  subject_id text not null,
  division_code text collate "C" not null,
  enterprise_id bigint,
  sector text,
  sha256 text not null references documents.content,
  issued_at timestamptz not null,
  issued_by bigint not null,
  issued_by_name text not null,
  unique (series_id, year, number)
);
create index on documents.issued (subject, subject_id);
create index on documents.issued (division_code, id);
create index on documents.issued (sha256);
alter table documents.issued enable row level security;
create policy scope on documents.issued
  using (division_code <@ (select shell.territory())
           and ((select shell.sectors()) is null or sector is null or sector = any ((select shell.sectors())::text[]))
         or enterprise_id = any ((select shell.enterprises())::bigint[]));
grant select, insert on documents.issued to ${app_role};

create table documents.attachment (
  id bigint generated always as identity primary key,
  subject text not null,
  subject_id text not null,
  purpose text not null,
  name text not null,
  type text not null,
  size_byte bigint not null,
  division_code text collate "C" not null,
  enterprise_id bigint,
  sector text,
  sha256 text not null references documents.content,
  uploaded_at timestamptz not null,
  uploaded_by bigint not null,
  uploaded_by_name text not null,
  removed_at timestamptz,
  removed_by_name text,
  removed_reason text,
  check (num_nonnulls(removed_at, removed_by_name, removed_reason) in (0, 3))
);
create index on documents.attachment (subject, subject_id);
create index on documents.attachment (sha256);
alter table documents.attachment enable row level security;
create policy scope on documents.attachment
  using (division_code <@ (select shell.territory())
           and ((select shell.sectors()) is null or sector is null or sector = any ((select shell.sectors())::text[]))
         or enterprise_id = any ((select shell.enterprises())::bigint[]));
grant select, insert, update (removed_at, removed_by_name, removed_reason) on documents.attachment to ${app_role};

-- Bytes are seen through what refers to them; whoever adds some refers to them next.
create policy through_reference on documents.content for select
  using (exists (select from documents.issued i where i.sha256 = content.sha256)
         or exists (select from documents.attachment a where a.sha256 = content.sha256));
create policy signed_in on documents.content for insert with check ((select shell.actor()) is not null);
grant select, insert on documents.content to ${app_role};
