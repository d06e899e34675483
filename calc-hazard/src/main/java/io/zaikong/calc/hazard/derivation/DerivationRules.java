package io.zaikong.calc.hazard.derivation;

import io.zaikong.calc.hazard.Edition;
import io.zaikong.calc.substance.HazardKind;
import io.zaikong.calc.text.Csv;
import io.zaikong.calc.text.Names;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The data of an edition by which categories are derived: which class has which symbol, the limits,
 * the hazardous processes.
 */
public final class DerivationRules {

  /** The symbol of a hazard class's category in table 2. */
  record Mapping(String symbol, Provenance provenance, String chinese, String english) {}

  /** One of the processes of 重点监管的危险化工工艺目录. */
  public record HazardousProcess(String name, String nameEn) {}

  private final Map<HazardKind, Map<String, Mapping>> classes = new HashMap<>();
  private final Map<String, Interpretation> interpretations;
  private final List<HazardousProcess> processes;
  private final Map<String, HazardousProcess> processNames = new HashMap<>();

  private DerivationRules(String folder) {
    for (Csv.Row row : Csv.read(Edition.class, folder + "/classes.csv")) {
      Mapping mapping =
          new Mapping(
              row.get("symbol"),
              Provenance.valueOf(row.get("provenance")),
              row.get("note_zh"),
              row.get("note_en"));
      for (String category : row.get("categories").split(" ")) {
        classes
            .computeIfAbsent(HazardKind.valueOf(row.get("kind")), k -> new HashMap<>())
            .put(category, mapping);
      }
    }
    Map<String, Interpretation> limits = new LinkedHashMap<>();
    for (Csv.Row row : Csv.read(Edition.class, folder + "/interpretations.csv")) {
      limits.put(
          row.get("key"),
          new Interpretation(
              row.get("key"),
              new BigDecimal(row.get("value")),
              row.get("unit"),
              new BigDecimal(row.get("least")),
              new BigDecimal(row.get("most")),
              row.get("clause"),
              Provenance.valueOf(row.get("provenance")),
              row.get("note_zh"),
              row.get("note_en")));
    }
    this.interpretations = limits;
    List<Csv.Row> rows = Csv.read(Edition.class, folder + "/processes.csv");
    this.processes =
        rows.stream().map(r -> new HazardousProcess(r.get("name"), r.get("name_en"))).toList();
    for (int i = 0; i < rows.size(); i++) {
      HazardousProcess process = processes.get(i);
      processNames.put(key(process.name()), process);
      processNames.put(key(process.nameEn()), process);
      String aliases = rows.get(i).get("aliases");
      for (String alias : aliases.isEmpty() ? List.<String>of() : List.of(aliases.split(";"))) {
        processNames.putIfAbsent(key(alias), process);
      }
    }
  }

  private DerivationRules(DerivationRules from, Map<String, Interpretation> interpretations) {
    this.classes.putAll(from.classes);
    this.interpretations = interpretations;
    this.processes = from.processes;
    this.processNames.putAll(from.processNames);
  }

  /** The rules that belong to an edition. */
  public static DerivationRules of(Edition edition) {
    return new DerivationRules(edition.name().toLowerCase(Locale.ROOT).replace(" ", ""));
  }

  /**
   * A copy with another value for a limit that the standard leaves open, after a ruling.
   *
   * @throws IllegalArgumentException when there is no such limit, or it is the standard's own
   */
  public DerivationRules withInterpretation(String key, BigDecimal value, String reason) {
    Interpretation present = interpretations.get(key);
    if (present == null || present.provenance() == Provenance.TEXT || reason.isBlank()) {
      throw new IllegalArgumentException("no limit to rule on: " + key);
    }
    Map<String, Interpretation> more = new LinkedHashMap<>(interpretations);
    more.put(
        key,
        new Interpretation(
            key,
            value,
            present.unit(),
            present.least(),
            present.most(),
            present.clause(),
            Provenance.STATED,
            present.chinese() + "(核定:" + reason + ")",
            present.english() + " (ruling: " + reason + ")"));
    return new DerivationRules(this, more);
  }

  public List<Interpretation> listInterpretations() {
    return List.copyOf(interpretations.values());
  }

  public List<HazardousProcess> processes() {
    return processes;
  }

  Interpretation limit(String key) {
    return Objects.requireNonNull(interpretations.get(key), () -> "no limit " + key);
  }

  Optional<Mapping> find(HazardKind kind, String category) {
    return Optional.ofNullable(classes.getOrDefault(kind, Map.of()).get(category));
  }

  Optional<HazardousProcess> findProcess(String text) {
    String key = key(text);
    HazardousProcess found = processNames.get(key);
    for (String suffix : List.of("工艺", "反应")) {
      if (found == null && key.endsWith(suffix)) {
        found = processNames.get(key.substring(0, key.length() - suffix.length()));
      }
    }
    return Optional.ofNullable(found);
  }

  private static String key(String text) {
    return Names.normalize(text);
  }
}
