package io.zaikong.enterprises;

import java.util.Map;

/**
 * One sound row of a workbook.
 *
 * @param rowNo as Excel shows it
 * @param typed the fields that are filled in
 */
record EnterpriseEntry(int rowNo, Map<Field, String> typed, Enterprise enterprise) {}
