package io.zaikong.maps;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Tiles kept in the data folder. When they are too many the oldest go; a file that cannot be read
 * or written costs a fetch and nothing else. It holds nothing that a backup needs.
 */
@Component
class TileCache {

  private static final Logger LOG = LoggerFactory.getLogger(TileCache.class);
  private static final Duration FRESH = Duration.ofDays(30);

  private final Optional<Path> folder;
  private final long mostBytes;
  private final Clock clock;
  private final AtomicLong bytes = new AtomicLong(-1);

  TileCache(
      @Value("${zaikong.data:}") String data,
      @Value("${zaikong.tiles.most-bytes:536870912}") long mostBytes,
      Clock clock) {
    this.folder = data.isEmpty() ? Optional.empty() : Optional.of(Path.of(data, "tiles"));
    this.mostBytes = mostBytes;
    this.clock = clock;
  }

  private record Kept(Path file, long bytes, Instant since) {}

  Optional<TileImage> find(TileServer server, int z, int x, int y) {
    return folder.flatMap(root -> read(file(root, server, z, x, y)));
  }

  void put(TileServer server, int z, int x, int y, TileImage image) {
    folder.ifPresent(root -> write(root, file(root, server, z, x, y), image.bytes()));
  }

  private Optional<TileImage> read(Path file) {
    try {
      if (!Files.isRegularFile(file)
          || Files.getLastModifiedTime(file).toInstant().isBefore(clock.instant().minus(FRESH))) {
        return Optional.empty();
      }
      return TileImage.of(Files.readAllBytes(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void write(Path root, Path file, byte[] content) {
    try {
      Files.createDirectories(file.getParent());
      Path part = Files.createTempFile(root, "part", "");
      try {
        Files.write(part, content);
        Files.setLastModifiedTime(part, FileTime.from(clock.instant()));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
      if (bytes.get() < 0 || bytes.addAndGet(content.length) > mostBytes) {
        shrink(root);
      }
    } catch (IOException e) {
      LOG.warn("a tile could not be kept: {}", e.toString());
    }
  }

  /** Counts what is there, and lets the oldest go until a tenth is free. */
  private synchronized void shrink(Path root) throws IOException {
    if (bytes.get() >= 0 && bytes.get() <= mostBytes) {
      return;
    }
    List<Kept> all;
    try (Stream<Path> files = Files.walk(root)) {
      all = files.flatMap(TileCache::kept).sorted(Comparator.comparing(Kept::since)).toList();
    }
    long total = all.stream().mapToLong(Kept::bytes).sum();
    if (total > mostBytes) {
      for (Kept oldest : all) {
        if (total <= mostBytes - mostBytes / 10) {
          break;
        }
        Files.deleteIfExists(oldest.file());
        total -= oldest.bytes();
      }
    }
    bytes.set(total);
  }

  private static Stream<Kept> kept(Path file) {
    try {
      return Files.isRegularFile(file)
          ? Stream.of(new Kept(file, Files.size(file), Files.getLastModifiedTime(file).toInstant()))
          : Stream.empty();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  private static Path file(Path root, TileServer server, int z, int x, int y) {
    return root.resolve(
        Path.of(hash(server.url()), String.valueOf(z), String.valueOf(x), String.valueOf(y)));
  }

  private static String hash(String url) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(url.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
