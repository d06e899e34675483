package io.zaikong.shell;

import java.util.Optional;

/**
 * Points on the map; a capability contributes one as a bean. The address answers GeoJSON in WGS-84
 * to those who may see it; every feature carries {@code name}, and where there is one {@code href}
 * (its record), {@code state} (a word in the reader's language) and {@code tone} (the lower-case
 * name of a {@link Tone}).
 *
 * @param name unique, lower case
 * @param order small first
 * @param shownAtFirst whether it is switched on when the map opens
 */
public record MapLayer(String name, int order, String textKey, String url, boolean shownAtFirst) {

  /** What lies under the layers; a capability contributes it as a bean. */
  public interface Ground {

    /**
     * Address of the divisions' boundaries as GeoJSON in WGS-84, each with {@code code}, {@code
     * name} and {@code level}; with {@code &level=TOWNSHIP} those of the townships. Empty when
     * there are none, and a schematic is shown.
     */
    Optional<String> findBoundaries();

    Optional<Tiles> findTiles();
  }

  /**
   * Map tiles.
   *
   * @param url with {z}, {x} and {y}; of this application
   * @param attribution what is to stand on the map
   * @param shifted whether they are drawn in GCJ-02
   */
  public record Tiles(String url, String attribution, int minZoom, int maxZoom, boolean shifted) {}
}
