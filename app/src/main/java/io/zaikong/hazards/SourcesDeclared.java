package io.zaikong.hazards;

import java.util.Set;

/** Enterprises have declared sources, told in the transaction of the declaration. */
public record SourcesDeclared(Set<Long> enterprises) {

  public SourcesDeclared {
    enterprises = Set.copyOf(enterprises);
  }
}
