-- Filings made on paper before this system was there, with what their certificates say and no more: who received them, and on
-- which day they were certified. Their archives are on paper, and no grading of this system made their level.
alter table filings.assessment
  add column from_paper boolean not null default false,
  alter column grading_id drop not null,
  alter column kind drop not null,
  drop constraint assessment_assessor_check,
  add constraint assessment_stated check (from_paper or num_nonnulls(grading_id, kind) = 2 and assessor <> '');
alter table filings.filing
  add column agency text check (agency <> ''),
  add column certified_on date,
  drop constraint filing_check,
  drop constraint filing_check1,
  add constraint filing_submitted check (agency is not null or state not in ('SUBMITTED', 'ACCEPTED', 'FILED', 'CANCELLATION_ASKED',
    'CHECKED') or num_nonnulls(submitted_on, assessment_id, grading_id) = 3),
  add constraint filing_filed check (state not in ('FILED', 'CANCELLATION_ASKED', 'CHECKED', 'CANCELLED', 'SUPERSEDED')
    or num_nonnulls(filed_on, number) = 2 and (agency is not null or accepted_on is not null)),
  add constraint filing_from_paper check ((agency is null) = (certified_on is null)
    and (agency is null or state not in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED') and num_nonnulls(assessment_id, level) = 2));
create index on filings.filing (number) where number is not null;
