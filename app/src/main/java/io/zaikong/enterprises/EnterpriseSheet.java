package io.zaikong.enterprises;

import io.zaikong.enterprises.EnterpriseReading.Fault;
import io.zaikong.enterprises.EnterpriseReading.Reading;
import io.zaikong.imports.SheetRow;
import io.zaikong.kit.CreditCode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the rows of a workbook of enterprises, as far as that can be done without the database. */
final class EnterpriseSheet {

  private final Map<CreditCode, Integer> rowOf = new HashMap<>();
  private final List<EnterpriseEntry> sound = new ArrayList<>();

  List<EnterpriseEntry> sound() {
    return sound;
  }

  void read(SheetRow row) {
    CreditCode code = row.creditCode(Field.CREDIT_CODE.title());
    if (code != null) {
      Integer first = rowOf.putIfAbsent(code, row.number());
      if (first != null) {
        row.fail(Field.CREDIT_CODE.title(), "enterprise.twice", String.valueOf(first));
      }
    }
    Map<Field, String> typed = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      if (!row.isEmpty(field.title())) {
        typed.put(field, row.text(field.title(), field.maxChars() + 60));
      }
    }
    Reading reading = EnterpriseReading.read(typed);
    boolean wasSound = row.isSound();
    for (Fault fault : reading.faults()) {
      // a wrong code, or a cell that holds an error, has been noted
      if (wasSound || fault.field() != Field.CREDIT_CODE) {
        row.fail(fault.field().title(), fault.key(), fault.parameters().toArray(String[]::new));
      }
    }
    if (row.isSound()) {
      reading.enterprise().ifPresent(e -> sound.add(new EnterpriseEntry(row.number(), typed, e)));
    }
  }
}
