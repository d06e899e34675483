create schema filings;
grant usage on schema filings to ${app_role};

-- What a filing is about: the one place where the census is read. By the reader's own policies.
create view filings.source with (security_invoker = true) as
  select u.id, u.enterprise_id, e.name as enterprise_name, e.division_code, e.categories[1] as sector, u.name, u.level, u.grading_id,
    u.graded_at
  from hazards.source u join enterprises.enterprise e on e.id = u.enterprise_id
  where u.grading_id is not null;
grant select on filings.source to ${app_role};

-- An assessment as it was recorded; a later one takes its place, none is changed.
create table filings.assessment (
  id bigint generated always as identity primary key,
  source_id bigint not null references hazards.source,
  completed_on date not null,
  kind text not null check (kind in ('OWN_ENGINEER', 'EXPERTS', 'AGENCY')),
  assessor text not null check (assessor <> ''),
  grading_id bigint not null references hazards.grading,
  level smallint check (level between 1 and 4),
  quantitative_required boolean not null,
  quantitative_done boolean not null,
  recorded_at timestamptz not null,
  recorded_by text not null
);
create index on filings.assessment (source_id, completed_on desc, id desc);
alter table filings.assessment enable row level security;
create policy through_source on filings.assessment using (exists (select from hazards.source u where u.id = source_id));
grant select, insert on filings.assessment to ${app_role};

-- What demands a new identification, assessment and grading (Order 40 art. 11).
create table filings.cause (
  id bigint generated always as identity primary key,
  source_id bigint not null references hazards.source,
  kind text not null check (kind in ('PROJECT', 'CHANGE', 'SURROUNDINGS', 'ACCIDENT', 'STANDARD')),
  occurred_on date not null,
  reason text not null check (reason <> ''),
  -- the day of the completion acceptance of a new, altered or extended installation (art. 24)
  acceptance_on date check (acceptance_on is null or kind = 'PROJECT'),
  recorded_at timestamptz not null,
  recorded_by text not null
);
create index on filings.cause (source_id);
alter table filings.cause enable row level security;
create policy through_source on filings.cause using (exists (select from hazards.source u where u.id = source_id));
grant select, insert on filings.cause to ${app_role};

-- A version of a source's filing. The columns of a step stay when the next is taken; every act stands in the journal.
create table filings.filing (
  id bigint generated always as identity primary key,
  source_id bigint not null references hazards.source,
  version int not null check (version > 0),
  edition text not null,
  revision int not null default 1,
  state text not null check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'FILED', 'CANCELLATION_ASKED',
    'CHECKED', 'CANCELLED', 'SUPERSEDED')),
  assessment_id bigint references filings.assessment,
  grading_id bigint references hazards.grading,
  level smallint check (level between 1 and 4),
  created_at timestamptz not null,
  created_by text not null,
  submitted_on date,
  returned_on date,
  accepted_on date,
  filed_on date,
  number text,
  asked_on date,
  ask_reason text,
  checked_on date,
  opinion text,
  refusal text,
  ended_on date,
  unique (source_id, version),
  check (state not in ('SUBMITTED', 'ACCEPTED', 'FILED', 'CANCELLATION_ASKED', 'CHECKED')
    or num_nonnulls(submitted_on, assessment_id, grading_id) = 3),
  check (state not in ('FILED', 'CANCELLATION_ASKED', 'CHECKED', 'CANCELLED', 'SUPERSEDED')
    or num_nonnulls(filed_on, number, accepted_on) = 3),
  check (state not in ('CANCELLATION_ASKED', 'CHECKED', 'CANCELLED') or num_nonnulls(asked_on, ask_reason) = 2),
  check (state not in ('CHECKED', 'CANCELLED') or num_nonnulls(checked_on, opinion) = 2),
  check ((state in ('CANCELLED', 'SUPERSEDED')) = (ended_on is not null))
);
create unique index one_open on filings.filing (source_id) where state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED');
create unique index one_standing on filings.filing (source_id) where state in ('FILED', 'CANCELLATION_ASKED', 'CHECKED');
alter table filings.filing enable row level security;
create policy through_source on filings.filing using (exists (select from hazards.source u where u.id = source_id));
grant select, insert, update on filings.filing to ${app_role};

-- An item of the archive (art. 22) in a version; its files are attachments of filings.content FILING.NO.
create table filings.content (
  filing_id bigint not null references filings.filing,
  no int not null,
  -- filings whose files of this item go on to count
  carried bigint[] not null default '{}',
  not_applicable text,
  fault text,
  primary key (filing_id, no)
);
alter table filings.content enable row level security;
create policy through_filing on filings.content using (exists (select from filings.filing f where f.id = filing_id));
grant select, insert, update on filings.content to ${app_role};

-- Accountable persons, each from a day until before another; one at a time.
create table filings.accountable (
  id bigint generated always as identity primary key,
  source_id bigint not null references hazards.source,
  role text not null check (role in ('PRINCIPAL', 'TECHNICAL', 'OPERATIONAL')),
  name text not null check (name <> ''),
  post text not null,
  phone text not null,
  from_date date not null,
  to_date date check (to_date >= from_date),
  recorded_at timestamptz not null,
  recorded_on date not null,
  recorded_by text not null
);
create unique index one_at_a_time on filings.accountable (source_id, role) where to_date is null;
create index on filings.accountable (source_id);
alter table filings.accountable enable row level security;
create policy through_source on filings.accountable using (exists (select from hazards.source u where u.id = source_id));
grant select, insert, update (to_date) on filings.accountable to ${app_role};

-- The checks of the technical and the operational person.
create table filings.duty_check (
  id bigint generated always as identity primary key,
  source_id bigint not null references hazards.source,
  accountable_id bigint not null references filings.accountable,
  role text not null check (role in ('TECHNICAL', 'OPERATIONAL')),
  done_on date not null,
  findings text not null check (findings <> ''),
  recorded_at timestamptz not null,
  recorded_by text not null
);
create index on filings.duty_check (source_id, role, done_on desc);
alter table filings.duty_check enable row level security;
create policy through_source on filings.duty_check using (exists (select from hazards.source u where u.id = source_id));
grant select, insert on filings.duty_check to ${app_role};

-- A summary as it was sent up, with the sources that it listed.
create table filings.summary (
  id bigint generated always as identity primary key,
  kind text not null,
  division_code text collate "C" not null,
  period_end date not null,
  as_of date not null,
  submitted_at timestamptz not null,
  submitted_by text not null,
  document_id bigint not null references documents.issued,
  rows jsonb not null,
  unique (kind, division_code, period_end)
);
alter table filings.summary enable row level security;
create policy territory on filings.summary using (division_code <@ (select shell.territory()));
grant select, insert on filings.summary to ${app_role};
