package io.zaikong.org;

import io.zaikong.kit.CodeRange;
import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.DivisionCode.Level;
import io.zaikong.shell.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an account was given (数据范围), from a day to a day: a division, a functional zone's townships,
 * or one enterprise, the own one or one named in an assignment.
 *
 * @param assignment what the enterprise was assigned for, such as a review; null for the own one
 * @param to the last day; null when open
 */
public record ScopeGrant(
    long id,
    @Nullable DivisionCode division,
    @Nullable Long zoneId,
    @Nullable Long enterpriseId,
    @Nullable String assignment,
    Set<String> sectors,
    LocalDate from,
    @Nullable LocalDate to) {

  public ScopeGrant {
    sectors = Set.copyOf(sectors);
  }

  /** A township that a functional zone looks after instead of its district. */
  record Delegation(long zoneId, DivisionCode township, LocalDate from, @Nullable LocalDate to) {

    boolean isInEffect(LocalDate day) {
      return !day.isBefore(from) && (to == null || day.isBefore(to));
    }
  }

  public boolean isInEffect(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }

  /** Whether both are in effect on some day. */
  boolean overlaps(ScopeGrant other) {
    return isOpenOn(other.from) && other.isOpenOn(from) && isOpen() && other.isOpen();
  }

  private boolean isOpenOn(LocalDate day) {
    return to == null || !to.isBefore(day);
  }

  /** One that was ended the day it began was never in effect. */
  private boolean isOpen() {
    return to == null || !to.isBefore(from);
  }

  /**
   * The scope that the grants make on a day. A district loses the townships that are delegated to a
   * zone, the zone has them; city and province keep all. All territory grants of an account that
   * are in effect together have the same sectors: {@link GrantRules} refuses others.
   */
  static Scope scopeOn(
      LocalDate day, Collection<ScopeGrant> grants, Collection<Delegation> delegations) {
    List<CodeRange> territory = new ArrayList<>();
    Set<Long> enterprises = new HashSet<>();
    Set<Set<String>> sectors = new HashSet<>();
    for (ScopeGrant grant : grants) {
      if (!grant.isInEffect(day)) {
        continue;
      }
      if (grant.enterpriseId != null) {
        enterprises.add(grant.enterpriseId);
        continue;
      }
      sectors.add(grant.sectors);
      DivisionCode division = grant.division;
      if (division == null) {
        territory.addAll(townships(day, delegations, grant.zoneId));
      } else if (division.level() == Level.DISTRICT) {
        territory.addAll(
            CodeRange.minus(List.of(division.range()), townships(day, delegations, null)));
      } else {
        territory.add(division.range());
      }
    }
    if (sectors.size() > 1) {
      throw new IllegalStateException("grants of one account must have the same sectors");
    }
    return new Scope(
        territory, sectors.isEmpty() ? Set.of() : sectors.iterator().next(), enterprises);
  }

  /** The delegated townships: those of one zone, or of all when the zone is null. */
  private static List<CodeRange> townships(
      LocalDate day, Collection<Delegation> delegations, @Nullable Long zoneId) {
    return delegations.stream()
        .filter(d -> d.isInEffect(day) && (zoneId == null || d.zoneId == zoneId))
        .map(d -> d.township.range())
        .toList();
  }
}
