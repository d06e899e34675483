package io.zaikong.org;

/** Divisions were loaded, added or ended. */
record DivisionsChanged() {}
