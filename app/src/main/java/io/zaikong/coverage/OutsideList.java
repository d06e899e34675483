package io.zaikong.coverage;

import io.zaikong.kit.DivisionCode;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A list from outside (外部名单), with what its rows came to, as far as the actor sees them.
 *
 * @param division of who took it in
 * @param asOf the day that it stands for
 * @param aside rows that count for nothing: no enterprise, closed, or there twice
 */
public record OutsideList(
    long id,
    DivisionCode division,
    ListOrigin origin,
    String name,
    LocalDate asOf,
    Instant importedAt,
    String importedBy,
    long byCode,
    long byName,
    long byPerson,
    long unmatched,
    long aside) {

  /** Rows that count. */
  public long counted() {
    return byCode + byName + byPerson + unmatched;
  }
}
