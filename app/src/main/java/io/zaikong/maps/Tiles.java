package io.zaikong.maps;

import io.zaikong.edge.Targets.ForbiddenTargetException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Tiles of the installation's map server, from the cache or fetched; few at a time. */
@Service
class Tiles {

  private static final Logger LOG = LoggerFactory.getLogger(Tiles.class);
  private static final int AT_ONCE = 8;
  private static final int PATIENCE_S = 10;

  private final TileServers servers;
  private final TileFetch fetch;
  private final TileCache cache;
  private final Semaphore free = new Semaphore(AT_ONCE);

  Tiles(TileServers servers, TileFetch fetch, TileCache cache) {
    this.servers = servers;
    this.fetch = fetch;
    this.cache = cache;
  }

  /** Empty when there is no server, no such tile, or no answer in time. */
  Optional<TileImage> find(int z, int x, int y) {
    Optional<TileServer> server = servers.find().filter(s -> s.has(z, x, y));
    return server.flatMap(s -> cache.find(s, z, x, y).or(() -> fetch(s, z, x, y)));
  }

  private Optional<TileImage> fetch(TileServer server, int z, int x, int y) {
    try {
      if (!free.tryAcquire(PATIENCE_S, TimeUnit.SECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    try {
      TileImage image = fetch.fetch(server.at(z, x, y));
      cache.put(server, z, x, y, image);
      return Optional.of(image);
    } catch (IOException e) {
      // the address may hold a key
      LOG.debug("no tile {}/{}/{} of {}: {}", z, x, y, server.host(), e.toString());
      return Optional.empty();
    } catch (ForbiddenTargetException e) {
      LOG.warn("the map server {} leads to an address that is not allowed", server.host());
      return Optional.empty();
    } finally {
      free.release();
    }
  }
}
