package io.zaikong.hazards;

/** What a unit of GB 18218-2018 is for (3.5, 3.6). */
enum UnitKind {
  PRODUCTION,
  STORAGE
}
