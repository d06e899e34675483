-- Units are graded anew also when a ruling on a limit of the derivation begins to stand.
alter table hazards.regrading
  drop constraint one_cause,
  add column interpretation_id bigint unique references substances.interpretation_ruling,
  add constraint one_cause check (num_nonnulls(ruling_id, substance_number, edition, interpretation_id) = 1);
