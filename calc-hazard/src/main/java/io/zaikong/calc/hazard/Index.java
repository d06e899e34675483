package io.zaikong.calc.hazard;

import io.zaikong.calc.text.Names;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The designations of an edition, prepared so that a chemical is found by one hash look-up. */
final class Index {

  /**
   * What a name or CAS number stands for.
   *
   * @param rows rows of table 1, at least one
   * @param choice of the first row; decides only when there is one row and the origin is definite
   */
  record Hit(List<Substance> rows, Designation.Origin origin, Resolution.Chosen choice) {

    boolean isShared() {
      return rows.size() > 1;
    }

    boolean isApartFrom(Hit other) {
      return Collections.disjoint(rows, other.rows);
    }

    /** Whether a CAS number that the tables do not know contradicts the name. */
    boolean demandsOwnCas() {
      return origin == Designation.Origin.INTERPRETED
          || (origin.isDefinite() && !rows.getFirst().casNumbers().isEmpty());
    }

    String casNumbersOrNames() {
      List<String> listed = rows.getFirst().casNumbers();
      return listed.isEmpty() ? fullNames() : String.join(" / ", listed);
    }

    String fullNames() {
      return rows.stream().map(Substance::name).collect(Collectors.joining(" / "));
    }

    private Hit and(Hit other) {
      List<Substance> all = Stream.concat(rows.stream(), other.rows.stream()).distinct().toList();
      return new Hit(all, origin, choice);
    }
  }

  private final Map<String, Hit> names = new HashMap<>();
  private final Map<String, Hit> casNumbers = new HashMap<>();
  private final Map<String, Resolution.Chosen> categories = new HashMap<>();

  Index(Tables tables, Map<Integer, Beta> betas, Scale scale) {
    Map<Integer, Substance> rows =
        tables.table1().stream().collect(Collectors.toMap(Substance::no, Function.identity()));
    Map<String, Beta> gases =
        tables.table3().stream().collect(Collectors.toMap(ToxicGas::name, Betas::of));
    for (Designation d : tables.designations()) {
      Substance row = get(rows, d.no());
      Beta beta = d.table3().isEmpty() ? get(betas, d.no()) : get(gases, d.table3());
      Hit hit = new Hit(List.of(row), d.origin(), scale.choose(new Basis.Listed(row, d, beta)));
      if (d.kind() == Designation.Kind.NAME) {
        names.merge(Names.normalize(d.value()), hit, Hit::and);
      } else {
        casNumbers.merge(d.value(), hit, Hit::and);
      }
    }
    for (Designation d : tables.designations()) {
      if (d.kind() == Designation.Kind.NAME) {
        names.putIfAbsent(d.value(), get(names, Names.normalize(d.value())));
      }
    }
    Map<String, Beta> table4 =
        tables.table4().stream().collect(Collectors.toMap(CategoryBeta::symbol, Betas::of));
    for (Category category : tables.table2()) {
      Beta beta = get(table4, category.symbol());
      categories.put(category.symbol(), scale.choose(new Basis.Classified(category, beta)));
    }
  }

  Optional<Hit> findName(String name) {
    @Nullable Hit exact = names.get(name);
    return Optional.ofNullable(exact != null ? exact : names.get(Names.normalize(name)));
  }

  Optional<Hit> findCas(String cas) {
    return Optional.ofNullable(casNumbers.get(cas));
  }

  Optional<Resolution.Chosen> findCategory(String symbol) {
    return Optional.ofNullable(categories.get(symbol));
  }

  private static <K, V> V get(Map<K, V> map, K key) {
    return Objects.requireNonNull(map.get(key), () -> "the data set has no " + key);
  }
}
