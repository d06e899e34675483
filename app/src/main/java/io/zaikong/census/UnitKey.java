package io.zaikong.census;

import io.zaikong.kit.CreditCode;

/** Which unit of which enterprise a row of the census workbook is about. */
record UnitKey(CreditCode creditCode, String unitName) {}
