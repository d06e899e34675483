package io.zaikong.maps;

import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.DivisionCode.Level;
import io.zaikong.shell.Allow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/** What the map draws under its layers; nothing of it is secret, but it is for who is signed in. */
@RestController
@Allow
class MapData {

  private static final Duration KEPT = Duration.ofDays(1);

  private final Boundaries boundaries;
  private final Tiles tiles;
  private final JsonMapper json;

  MapData(Boundaries boundaries, Tiles tiles, JsonMapper json) {
    this.boundaries = boundaries;
    this.tiles = tiles;
    this.json = json;
  }

  private record Properties(String code, String name, String level) {}

  /**
   * Districts and the city, or the townships, or the villages within a box; two statements.
   *
   * @param within of villages: west, south, east and north, degrees
   */
  @GetMapping("/map/boundaries.geojson")
  ResponseEntity<String> boundaries(
      @RequestParam(defaultValue = "DISTRICT") Level level,
      @RequestParam(defaultValue = "") String within) {
    List<BoundaryStore.Shape> shapes =
        level == Level.VILLAGE
            ? boundaries.listVillages(
                Box.find(within)
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST)))
            : boundaries.listShapes(level);
    Map<String, String> names =
        boundaries.names(shapes.stream().map(BoundaryStore.Shape::division).toList());
    List<String> features = new ArrayList<>();
    for (BoundaryStore.Shape shape : shapes) {
      DivisionCode division = shape.division();
      var properties =
          new Properties(
              division.value(), names.getOrDefault(division.value(), ""), division.level().name());
      features.add(
          "{\"type\":\"Feature\",\"id\":\"%s\",\"properties\":%s,\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":%s}}"
              .formatted(
                  division.value(), json.writeValueAsString(properties), shape.coordinates()));
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(KEPT).cachePrivate())
        .header(HttpHeaders.CONTENT_TYPE, "application/geo+json;charset=UTF-8")
        .body("{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}");
  }

  @GetMapping("/map/tiles/{z}/{x}/{y}")
  ResponseEntity<byte[]> tile(@PathVariable int z, @PathVariable int x, @PathVariable int y) {
    return tiles
        .find(z, x, y)
        .map(
            image ->
                ResponseEntity.ok()
                    .cacheControl(CacheControl.maxAge(KEPT).cachePrivate())
                    .header(HttpHeaders.CONTENT_TYPE, image.mediaType())
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Content-Security-Policy", "sandbox; default-src 'none'")
                    .body(image.bytes()))
        .orElseGet(() -> ResponseEntity.notFound().cacheControl(CacheControl.noStore()).build());
  }
}
