package io.zaikong.maps;

import io.zaikong.shell.MapLayer;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Boundaries and tiles, as the map page lays them under its layers. */
@Component
class MapGround implements MapLayer.Ground {

  private final Boundaries boundaries;
  private final TileServers servers;

  MapGround(Boundaries boundaries, TileServers servers) {
    this.boundaries = boundaries;
    this.servers = servers;
  }

  @Override
  public Optional<String> findBoundaries() {
    return boundaries.isAny()
        ? Optional.of("/map/boundaries.geojson?version=" + boundaries.version())
        : Optional.empty();
  }

  @Override
  public Optional<MapLayer.Tiles> findTiles() {
    return servers
        .find()
        .map(
            server ->
                new MapLayer.Tiles(
                    "/map/tiles/{z}/{x}/{y}?server=" + Integer.toHexString(server.url().hashCode()),
                    server.attribution(),
                    server.minZoom(),
                    server.maxZoom(),
                    server.datum() == Datum.GCJ02));
  }
}
