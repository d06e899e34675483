-- One sector beside a paper was one of several of its enterprise, and stayed when they changed. Who sees some sectors only sees the
-- papers of the enterprises that he sees: the register of enterprises says so with policies of its own on both tables.
drop policy scope on documents.issued;
create policy scope on documents.issued
  using (division_code <@ (select shell.territory()) or enterprise_id = any ((select shell.enterprises())::bigint[]));
alter table documents.issued drop column sector;

drop policy scope on documents.attachment;
create policy scope on documents.attachment
  using (division_code <@ (select shell.territory()) or enterprise_id = any ((select shell.enterprises())::bigint[]));
alter table documents.attachment drop column sector;
