package io.zaikong.shell;

import io.zaikong.kit.CodeRange;
import io.zaikong.kit.DivisionCode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which rows an actor sees: those of a territory (code ranges, minus townships that are delegated
 * to a functional zone), optionally of some sectors only, and those of single enterprises, the own
 * one or assigned ones.
 *
 * @param territory sorted, without overlaps
 * @param sectors sector names; empty means all
 * @param enterprises enterprise ids seen whatever the territory
 */
public record Scope(List<CodeRange> territory, Set<String> sectors, Set<Long> enterprises) {

  private static final Scope NOTHING = new Scope(List.of(), Set.of(), Set.of());

  public Scope {
    territory = List.copyOf(CodeRange.merge(territory));
    sectors = Set.copyOf(sectors);
    enterprises = Set.copyOf(enterprises);
  }

  public static Scope nothing() {
    return NOTHING;
  }

  public static Scope everywhere() {
    return new Scope(List.of(new CodeRange("0", ":")), Set.of(), Set.of());
  }

  public static Scope of(DivisionCode division) {
    return new Scope(List.of(division.range()), Set.of(), Set.of());
  }

  public static Scope of(Collection<CodeRange> ranges) {
    return new Scope(List.copyOf(ranges), Set.of(), Set.of());
  }

  public static Scope ofEnterprise(long enterpriseId) {
    return new Scope(List.of(), Set.of(), Set.of(enterpriseId));
  }

  /** Whether every code of the division lies in the territory. */
  public boolean covers(DivisionCode division) {
    CodeRange wanted = division.range();
    return territory.stream()
        .anyMatch(
            r -> r.from().compareTo(wanted.from()) <= 0 && wanted.to().compareTo(r.to()) <= 0);
  }

  /** The territory as a literal of the database's multirange type. */
  String territoryLiteral() {
    return territory.stream()
        .map(r -> "[" + r.from() + "," + r.to() + ")")
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** The sectors as a PostgreSQL array literal, or the empty string for all. */
  String sectorsLiteral() {
    return sectors.isEmpty()
        ? ""
        : new TreeSet<>(sectors)
            .stream()
                .map(s -> '"' + s.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
  }

  String enterprisesLiteral() {
    return new TreeSet<>(enterprises)
        .stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }
}
