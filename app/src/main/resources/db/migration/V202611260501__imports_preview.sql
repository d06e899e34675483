-- How the first rows of a workbook were understood, and what would change; nothing of the kind is known of earlier ones.
alter table imports.import add column preview jsonb not null default '{"changed": 0, "rows": []}';
