package io.zaikong.calc.substance;

import io.zaikong.calc.text.Csv;
import io.zaikong.calc.text.Names;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of the catalogue of substances, found by name, alias or CAS number. */
public final class Catalogue {

  /** The version of the packaged rows; goes up whenever they change. */
  public static final String VERSION = "2026-11";

  /** What a name and a CAS number stand for in the catalogue. */
  public sealed interface Match {

    /**
     * @param wholeName whether the name given is the entry's own name, with its condition
     */
    record Found(CatalogueEntry entry, boolean wholeName) implements Match {}

    /** Several rows; the whole name decides. */
    record Ambiguous(List<CatalogueEntry> entries) implements Match {
      public Ambiguous {
        entries = List.copyOf(entries);
      }
    }

    /** Name and CAS number stand for different rows. */
    record Contradictory(List<CatalogueEntry> byName) implements Match {
      public Contradictory {
        byName = List.copyOf(byName);
      }
    }

    record Unknown() implements Match {}
  }

  /** Read when first asked for: most identifications need only table 1. */
  private static final class Packaged {
    static final Catalogue CATALOGUE =
        new Catalogue(
            Csv.read(Catalogue.class, "substances.csv").stream().map(Catalogue::entry).toList());
  }

  private final List<CatalogueEntry> entries;
  private final Map<String, List<CatalogueEntry>> wholeNames = new HashMap<>();
  private final Map<String, List<CatalogueEntry>> aliases = new HashMap<>();
  private final Map<String, List<CatalogueEntry>> casNumbers = new HashMap<>();

  private Catalogue(List<CatalogueEntry> entries) {
    this.entries = List.copyOf(entries);
    for (CatalogueEntry entry : entries) {
      add(wholeNames, Names.normalize(entry.facts().name()), entry);
      entry.aliases().forEach(alias -> add(aliases, Names.normalize(alias), entry));
      if (!entry.facts().cas().isEmpty()) {
        add(casNumbers, entry.facts().cas(), entry);
      }
    }
  }

  public static Catalogue packaged() {
    return Packaged.CATALOGUE;
  }

  public static Catalogue of(List<CatalogueEntry> entries) {
    return new Catalogue(entries);
  }

  /** A name in the form in which names are compared. */
  public static String nameKey(String name) {
    return Names.normalize(name);
  }

  public List<CatalogueEntry> listAll() {
    return entries;
  }

  /**
   * @param cas may be empty
   * @param name may be empty; an unknown name beside a known CAS number is taken for a trade name
   */
  public Match find(String cas, String name) {
    List<CatalogueEntry> byCas = cas.isEmpty() ? List.of() : get(casNumbers, Names.normalize(cas));
    String key = name.isEmpty() ? "" : Names.normalize(name);
    List<CatalogueEntry> whole = key.isEmpty() ? List.of() : get(wholeNames, key);
    List<CatalogueEntry> byName = whole.isEmpty() && !key.isEmpty() ? get(aliases, key) : whole;
    if (byName.isEmpty()) {
      return one(byCas, false);
    }
    if (cas.isEmpty()) {
      return one(byName, !whole.isEmpty());
    }
    String plain = Names.normalize(cas);
    List<CatalogueEntry> both =
        byName.stream()
            .filter(e -> e.facts().cas().isEmpty() || e.facts().cas().equals(plain))
            .toList();
    return both.isEmpty() ? new Match.Contradictory(byName) : one(both, !whole.isEmpty());
  }

  private static Match one(List<CatalogueEntry> found, boolean wholeName) {
    return switch (found.size()) {
      case 0 -> new Match.Unknown();
      case 1 -> new Match.Found(found.getFirst(), wholeName);
      default -> new Match.Ambiguous(found);
    };
  }

  private static void add(Map<String, List<CatalogueEntry>> map, String key, CatalogueEntry entry) {
    List<CatalogueEntry> same = map.computeIfAbsent(key, k -> new ArrayList<>(1));
    if (!same.contains(entry)) {
      same.add(entry);
    }
  }

  private static List<CatalogueEntry> get(Map<String, List<CatalogueEntry>> map, String key) {
    return map.getOrDefault(key, List.of());
  }

  private static CatalogueEntry entry(Csv.Row row) {
    String row1 = row.get("table1_row");
    SubstanceFacts facts =
        new SubstanceFacts(
            row.get("name"),
            row.get("cas"),
            HazardClass.listOf(row.get("classes")),
            HazardClass.listOf(row.get("other_classes")),
            row.get("other_source"),
            row.get("state").isEmpty()
                ? Optional.empty()
                : Optional.of(PhysicalState.valueOf(row.get("state"))),
            decimal(row.get("flash_c")),
            decimal(row.get("boiling_c")),
            decimal(row.get("melting_c")),
            row1.isEmpty() ? 0 : Integer.parseInt(row1),
            row.get("confidence").equals("SOURCED"),
            row.get("note"));
    return new CatalogueEntry(
        row.get("number"),
        facts,
        row.get("name_en"),
        row.get("aliases").isEmpty() ? List.of() : List.of(row.get("aliases").split(";")),
        row.get("un"),
        decimal(row.get("density_kg_m3")),
        decimal(row.get("lel_vol_pct")),
        decimal(row.get("uel_vol_pct")),
        row.get("highly_toxic").equals("yes"),
        row.get("source"));
  }

  private static Optional<BigDecimal> decimal(String cell) {
    return cell.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(cell));
  }
}
