-- Papers about an enterprise are seen by whoever is limited to some sectors only as far as he sees the enterprise, with all its
-- categories as they are today. documents do not know enterprises, so the policies are here.
create policy enterprise_in_sectors on documents.issued as restrictive to ${app_role}
  using ((select shell.sectors()) is null or enterprise_id is null
         or exists (select from enterprises.enterprise e where e.id = enterprise_id));
create policy enterprise_in_sectors on documents.attachment as restrictive to ${app_role}
  using ((select shell.sectors()) is null or enterprise_id is null
         or exists (select from enterprises.enterprise e where e.id = enterprise_id));
