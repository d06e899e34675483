-- Workbooks that already waited for a decision when to-dos became records; they move to imports.import with their ids.
insert into notices.notice (kind, subject, subject_id, natural_key, division_code, title, href, owner, urgent,
  raised_at, raised_by, announce)
select 'import', 'imports.import', i.id::text, '', i.division_code, i.file_name, '/imports/census/' || i.id,
  'person:' || i.account_id, false, i.uploaded_at, 'migration', false
from hazards.census_import i where i.state in ('CHECKED', 'INTERRUPTED', 'RUNNING');
