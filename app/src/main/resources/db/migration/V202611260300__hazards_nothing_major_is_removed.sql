-- A unit is removed like any other source, but not while it is major or not known not to be: whoever declares or grades one meets this.
alter table hazards.source add constraint removed_is_harmless
  check (state <> 'REMOVED' or level is null and incomplete_id is null);
