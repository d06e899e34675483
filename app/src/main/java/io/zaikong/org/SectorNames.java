package io.zaikong.org;

import java.util.Map;

/** The sectors (行业领域) to which a scope can be limited, told by the register of enterprises. */
@FunctionalInterface
public interface SectorNames {

  /** The text key of each sector's name, by sector, in their order. */
  Map<String, String> textKeys();
}
