-- Everybody who is signed in reads the divisions; they are changed within the own territory.
drop policy signed_in on org.division;
create policy signed_in on org.division for select using ((select shell.actor()) is not null);
create policy own_territory on org.division for insert with check (shell.codes_in(code) <@ shell.territory());
create policy still_own_territory on org.division for update
  using (shell.codes_in(code) <@ (select shell.territory())) with check (shell.codes_in(code) <@ shell.territory());
