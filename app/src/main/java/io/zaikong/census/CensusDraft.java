package io.zaikong.census;

import io.zaikong.imports.RowError;
import io.zaikong.imports.RowErrors;
import io.zaikong.kit.CreditCode;
import java.util.List;
import java.util.Set;

/**
 * What a census workbook says, as far as that can be told without the database.
 *
 * @param enterprises sound rows
 * @param chemicals sound rows, also of units that are held back
 * @param errors the first {@link RowErrors#MOST}, in the order of the sheets
 * @param moreErrors how many errors there are beyond those
 * @param heldBack units that must not be imported or graded, because one of their rows or their
 *     enterprise's row has an error: without it the unit would be graded too low
 * @param elsewhere enterprises that have chemicals here but no row here; the register must know
 *     them
 * @param notes what the user should know though it is no error, such as columns that are ignored
 */
record CensusDraft(
    List<EnterpriseRow> enterprises,
    List<ChemicalRow> chemicals,
    List<RowError> errors,
    int moreErrors,
    Set<UnitKey> heldBack,
    Set<CreditCode> elsewhere,
    List<RowError> notes) {

  CensusDraft {
    enterprises = List.copyOf(enterprises);
    chemicals = List.copyOf(chemicals);
    errors = List.copyOf(errors);
    heldBack = Set.copyOf(heldBack);
    elsewhere = Set.copyOf(elsewhere);
    notes = List.copyOf(notes);
  }

  /** Whether the sheets and columns are there; if not, there is nothing to import. */
  boolean isReadable() {
    return errors.stream().noneMatch(RowError::concernsSheet);
  }

  boolean isFlawless() {
    return errors.isEmpty();
  }

  int errorCount() {
    return errors.size() + moreErrors;
  }

  /** The chemicals of the units that may be imported whole. */
  List<ChemicalRow> importableChemicals() {
    return chemicals.stream().filter(row -> !heldBack.contains(row.unit())).toList();
  }
}
