package io.zaikong.coverage;

import io.zaikong.enterprises.Category;
import io.zaikong.imports.SheetRow;
import io.zaikong.kit.CreditCode;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a list's workbook. */
final class ListSheet {

  private static final int LONGEST = 200;

  private final AddressPlaces places;
  private final Scope scope;
  private final LocalDate today;
  private final List<ListRow> sound = new ArrayList<>();

  ListSheet(AddressPlaces places, Scope scope, LocalDate today) {
    this.places = places;
    this.scope = scope;
    this.today = today;
  }

  List<ListRow> sound() {
    return sound;
  }

  void read(SheetRow row) {
    CreditCode code =
        row.isEmpty(ListColumns.CREDIT_CODE) ? null : row.creditCode(ListColumns.CREDIT_CODE);
    String name = row.requiredText(ListColumns.NAME, LONGEST);
    String address = row.text(ListColumns.ADDRESS, 300);
    DivisionCode division = division(row, address);
    Category category =
        choice(row, ListColumns.CATEGORY, Category.findByChinese(typed(row, ListColumns.CATEGORY)));
    ListOrigin origin =
        choice(row, ListColumns.ORIGIN, ListOrigin.findByChinese(typed(row, ListColumns.ORIGIN)));
    String list = row.requiredText(ListColumns.LIST, 100);
    LocalDate asOf = day(row);
    if (row.isSound() && division != null && category != null && origin != null && asOf != null) {
      sound.add(
          new ListRow(
              row.number(),
              code == null ? "" : code.value(),
              name,
              division,
              address,
              category,
              new ListRow.Of(origin, list, asOf)));
    }
  }

  private static String typed(SheetRow row, String title) {
    return row.requiredText(title, LONGEST);
  }

  private static <E> @Nullable E choice(SheetRow row, String title, Optional<E> found) {
    if (found.isEmpty() && !row.isEmpty(title)) {
      row.fail(title, "lists.choice");
    }
    return found.orElse(null);
  }

  /** The code where there is one; otherwise the place that the address names. */
  private @Nullable DivisionCode division(SheetRow row, String address) {
    String code = row.code(ListColumns.DIVISION, false, 60);
    if (code.length() == 12 && code.endsWith("000")) {
      code = code.substring(0, 9);
    }
    String title = code.isEmpty() ? ListColumns.ADDRESS : ListColumns.DIVISION;
    Optional<DivisionCode> division =
        code.isEmpty() ? places.find(address) : places.findKnown(code);
    if (division.isEmpty()) {
      row.fail(
          title,
          code.isEmpty()
              ? address.isEmpty() ? "lists.place-missing" : "lists.address"
              : "lists.division");
      return null;
    }
    if (scope.territory().stream().noneMatch(r -> r.contains(division.get()))) {
      row.fail(title, "lists.outside");
      return null;
    }
    return division.get();
  }

  private @Nullable LocalDate day(SheetRow row) {
    LocalDate day = row.day(ListColumns.AS_OF, true, "lists.day");
    if (day == null || !day.isAfter(today)) {
      return day;
    }
    row.fail(ListColumns.AS_OF, "lists.future");
    return null;
  }
}
