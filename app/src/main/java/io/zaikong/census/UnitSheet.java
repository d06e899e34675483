package io.zaikong.census;

import io.zaikong.hazards.Handling;
import io.zaikong.hazards.UnitKind;
import io.zaikong.imports.SheetRow;
import io.zaikong.kit.CreditCode;
import io.zaikong.workbook.Cell;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the rows of the sheet of units and chemicals. */
final class UnitSheet {

  private static final BigDecimal MOST_T = new BigDecimal(100_000_000);
  private static final int DECIMALS = 6;

  private record First(UnitKind kind, int row) {}

  private final Map<UnitKey, First> units = new HashMap<>();
  private final List<ChemicalRow> sound = new ArrayList<>();
  private final HeldBack heldBack = new HeldBack();

  List<ChemicalRow> sound() {
    return sound;
  }

  HeldBack heldBack() {
    return heldBack;
  }

  void read(SheetRow row) {
    CreditCode code = row.creditCode(CensusColumns.CREDIT_CODE);
    String unitName = row.requiredText(CensusColumns.UNIT_NAME, 100);
    UnitKind kind = kind(row);
    if (code != null && !unitName.isEmpty() && kind != null) {
      First first =
          units.computeIfAbsent(new UnitKey(code, unitName), key -> new First(kind, row.number()));
      if (first.kind != kind) {
        row.fail(CensusColumns.UNIT_KIND, "census.unit-two-kinds", String.valueOf(first.row));
      }
    }
    String chemical = row.text(CensusColumns.CHEMICAL, 200);
    String cas = cas(row);
    if (row.isEmpty(CensusColumns.CHEMICAL) && row.isEmpty(CensusColumns.CAS)) {
      row.fail(CensusColumns.CHEMICAL, "census.chemical-missing");
    }
    Set<String> categories = categories(row);
    BigDecimal quantityT = quantity(row);
    Handling handling =
        new Handling(
            row.text(CensusColumns.CONTAINER, 100),
            row.text(CensusColumns.TEMPERATURE, 40),
            row.text(CensusColumns.PRESSURE, 40),
            row.text(CensusColumns.PROCESS, 100),
            row.text(CensusColumns.STATE, 200));
    String categoryReason = row.text(CensusColumns.CATEGORY_REASON, 200);
    if (row.isSound() && code != null && kind != null && quantityT != null) {
      ChemicalRow chemicalRow =
          new ChemicalRow(
              row.number(),
              code,
              unitName,
              kind,
              chemical,
              cas,
              List.copyOf(categories),
              quantityT,
              handling,
              categoryReason);
      sound.add(chemicalRow);
      heldBack.soundRow(chemicalRow.unit());
    } else {
      heldBack.unsoundRow(code, row.typed(CensusColumns.CREDIT_CODE), unitName);
    }
  }

  private static @Nullable UnitKind kind(SheetRow row) {
    return switch (row.requiredText(CensusColumns.UNIT_KIND, 60)) {
      case "" -> null;
      case CensusColumns.PRODUCTION, "生产单元" -> UnitKind.PRODUCTION;
      case CensusColumns.STORAGE, "储存单元" -> UnitKind.STORAGE;
      default -> {
        row.fail(CensusColumns.UNIT_KIND, "census.unit-kind");
        yield null;
      }
    };
  }

  private static String cas(SheetRow row) {
    String cas = CasNumber.plain(row.code(CensusColumns.CAS, false, 60));
    if (cas.isEmpty() || CasNumber.isValid(cas)) {
      return cas;
    }
    row.fail(
        CensusColumns.CAS,
        row.kind(CensusColumns.CAS) == Cell.Kind.DATE
            ? "census.cas-date"
            : CasNumber.hasForm(cas) ? "census.cas-check" : "census.cas-form");
    return "";
  }

  private static Set<String> categories(SheetRow row) {
    Set<String> symbols = new LinkedHashSet<>();
    String text =
        Normalizer.normalize(row.text(CensusColumns.CATEGORIES, 200), Normalizer.Form.NFKC);
    for (String typed : text.split("[;；、,，/\\s]+")) {
      String symbol = typed.toUpperCase(Locale.ROOT);
      if (symbol.isEmpty()) {
        continue;
      }
      if (CensusColumns.SYMBOLS.contains(symbol)) {
        symbols.add(symbol);
      } else {
        row.fail(CensusColumns.CATEGORIES, "census.category", typed);
      }
    }
    return symbols;
  }

  private static @Nullable BigDecimal quantity(SheetRow row) {
    BigDecimal quantity = row.decimal(CensusColumns.QUANTITY, true, "census.quantity");
    if (quantity == null) {
      return null;
    }
    BigDecimal plain = quantity.stripTrailingZeros();
    if (plain.signum() < 0) {
      row.fail(CensusColumns.QUANTITY, "census.quantity-negative");
    } else if (plain.scale() > DECIMALS) {
      row.fail(CensusColumns.QUANTITY, "census.quantity-decimals", String.valueOf(DECIMALS));
    } else if (plain.compareTo(MOST_T) > 0) {
      row.fail(CensusColumns.QUANTITY, "census.quantity-large");
    } else {
      return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
    return null;
  }
}
