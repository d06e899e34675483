package io.zaikong.maps;

import io.zaikong.edge.Targets;
import io.zaikong.shell.Outcome;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A server of map tiles in the scheme of web maps (XYZ, Web Mercator).
 *
 * @param url with {z}, {x} and {y} once each, after the host
 * @param attribution what the server's terms want to stand on the map
 * @param minZoom the farthest zoom that it has, to {@code maxZoom}, the closest
 */
record TileServer(String url, String attribution, int minZoom, int maxZoom, Datum datum) {

  static final int CLOSEST_ZOOM = 20;

  private static final int LONGEST_URL = 500;
  private static final int LONGEST_ATTRIBUTION = 200;
  private static final Pattern SIGNS = Pattern.compile("[\\x21-\\x7E&&[^<>\"\\\\^`|]]+");

  /**
   * The server as typed, or what is wrong with a field: url, attribution, minZoom, maxZoom, datum.
   */
  static Outcome<TileServer> read(
      String url, String attribution, String minZoom, String maxZoom, String datum) {
    Optional<URI> example = example(url);
    if (example.isEmpty()) {
      return Outcome.refused("url", "maps.tiles.url");
    }
    if (attribution.isBlank() || attribution.length() > LONGEST_ATTRIBUTION) {
      return Outcome.refused(
          "attribution", "maps.tiles.attribution", String.valueOf(LONGEST_ATTRIBUTION));
    }
    int farthest = zoom(minZoom);
    int closest = zoom(maxZoom);
    if (farthest < 0) {
      return Outcome.refused("minZoom", "maps.tiles.zoom", String.valueOf(CLOSEST_ZOOM));
    }
    if (closest < farthest) {
      return Outcome.refused("maxZoom", "maps.tiles.zooms", String.valueOf(CLOSEST_ZOOM));
    }
    return Datum.find(datum)
        .map(d -> Outcome.done(new TileServer(url, attribution.strip(), farthest, closest, d)))
        .orElseGet(() -> Outcome.refused("datum", "maps.datum.missing"));
  }

  String host() {
    return Targets.host(at(0, 0, 0));
  }

  boolean has(int z, int x, int y) {
    int side = z >= 0 && z <= CLOSEST_ZOOM ? 1 << z : 0;
    return z >= minZoom && z <= maxZoom && x >= 0 && x < side && y >= 0 && y < side;
  }

  URI at(int z, int x, int y) {
    return URI.create(filled(url, z, x, y));
  }

  private static String filled(String url, int z, int x, int y) {
    return url.replace("{z}", String.valueOf(z))
        .replace("{x}", String.valueOf(x))
        .replace("{y}", String.valueOf(y));
  }

  /** An address as the template gives it; empty when it is no template of a plain http address. */
  private static Optional<URI> example(String url) {
    boolean once =
        List.of("{z}", "{x}", "{y}").stream()
            .allMatch(p -> url.split(Pattern.quote(p), -1).length == 2);
    String rest = filled(url, 0, 0, 0);
    if (!once
        || url.length() > LONGEST_URL
        || !SIGNS.matcher(rest).matches()
        || rest.matches(".*[{}].*")) {
      return Optional.empty();
    }
    int path = url.indexOf('/', url.indexOf("://") + 3);
    if (path < 0 || url.indexOf('{') < path) {
      return Optional.empty();
    }
    try {
      return Optional.of(URI.create(rest)).filter(uri -> !Targets.host(uri).isEmpty());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static int zoom(String text) {
    int zoom = text.matches("\\d{1,2}") ? Integer.parseInt(text) : -1;
    return zoom <= CLOSEST_ZOOM ? zoom : -1;
  }
}
