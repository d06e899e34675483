package io.zaikong.maps;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be set as a map server, and the tiles that are kept of it. */
class TileServerTest {

  private static final byte[] GIF = "GIF89a-tile".getBytes(StandardCharsets.US_ASCII);

  private Instant now = Instant.parse("2026-11-26T00:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://t0.tianditu.gov.cn/vec_w/wmts?SERVICE=WMTS&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=0a1b",
        "http://203.0.113.7:8080/{z}/{x}/{y}.png",
        "https://[2400:3200::1]/tiles/{z}-{x}-{y}"
      })
  void aTemplateOfAPlainAddressIsAServer(String url) {
    assertThat(read(url)).isInstanceOf(Done.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "file:///etc/{z}/{x}/{y}",
        "ftp://host.example/{z}/{x}/{y}",
        "gopher://host.example/{z}/{x}/{y}",
        "jar:https://host.example/{z}/{x}/{y}!/",
        "//host.example/{z}/{x}/{y}",
        "https://user:secret@host.example/{z}/{x}/{y}",
        "https://host.example/{z}/{x}/{y}#part",
        "https://host.example/{z}/{x}",
        "https://host.example/{z}/{x}/{y}/{y}",
        "https://host.example/{z}/{x}/{y}/{k}",
        "https://{z}.example/{x}/{y}",
        "https://host.example{z}/{x}/{y}",
        "https://host.example:{z}/{x}/{y}",
        "https://host.example?{z}/{x}/{y}",
        "https://host.example/{z}/{x}/{y} HTTP/1.1",
        "https://host.example/{z}/{x}/{y}\r\nX: y",
        "https://host.example/瓦片/{z}/{x}/{y}",
        "https:///{z}/{x}/{y}"
      })
  void anythingElseIsRefusedBesideItsField(String url) {
    assertThat(read(url))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.field()).isEqualTo("url"));
  }

  @ParameterizedTest
  @CsvSource({
    "x, 18, minZoom",
    "-1, 18, minZoom",
    "3, 2, maxZoom",
    "3, 21, maxZoom",
    "3, '', maxZoom"
  })
  void zoomsAreWholeNumbersInOrder(String least, String greatest, String field) {
    assertThat(TileServer.read("https://h.example/{z}/{x}/{y}", "甲", least, greatest, "WGS84"))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.field()).isEqualTo(field));
  }

  @Test
  void onlyTilesThatThereAreAreAskedFor() {
    TileServer server = new TileServer("https://h.example/{z}/{x}/{y}", "甲", 3, 18, Datum.WGS84);
    assertThat(server.has(3, 7, 7)).isTrue();
    assertThat(server.has(3, 8, 0)).isFalse();
    assertThat(server.has(2, 0, 0)).isFalse();
    assertThat(server.has(19, 0, 0)).isFalse();
    assertThat(server.has(40, 0, 0)).isFalse();
    assertThat(server.has(3, -1, 0)).isFalse();
    assertThat(server.at(3, 1, 2)).hasToString("https://h.example/3/1/2");
  }

  @Test
  void theOldestTilesGoWhenThereAreTooManyAndOldOnesAreFetchedAnew(@TempDir Path folder)
      throws Exception {
    InstantSource source = () -> now;
    Clock clock = source.withZone(ZoneOffset.UTC);
    TileCache cache = new TileCache(folder.toString(), 100_000, clock);
    TileServer server = new TileServer("https://h.example/{z}/{x}/{y}", "甲", 0, 18, Datum.WGS84);
    TileServer other = new TileServer("https://o.example/{z}/{x}/{y}", "甲", 0, 18, Datum.WGS84);
    TileImage tile = TileImage.of(Arrays.copyOf(GIF, 10_000)).orElseThrow();
    for (int x = 0; x < 25; x++) {
      now = now.plusSeconds(60);
      cache.put(server, 5, x, 0, tile);
    }
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile).count()).isBetween(8L, 10L);
    }
    assertThat(cache.find(server, 5, 0, 0)).isEmpty();
    assertThat(cache.find(server, 5, 24, 0)).isPresent();
    assertThat(cache.find(other, 5, 24, 0)).isEmpty();
    now = now.plus(Duration.ofDays(31));
    assertThat(cache.find(server, 5, 24, 0)).isEmpty();
  }

  @Test
  void whatWasPutIntoTheFolderByOthersIsNoTile(@TempDir Path folder) throws Exception {
    TileCache cache = new TileCache(folder.toString(), 100_000, Clock.systemUTC());
    TileServer server = new TileServer("https://h.example/{z}/{x}/{y}", "甲", 0, 18, Datum.WGS84);
    cache.put(server, 1, 0, 0, TileImage.of(GIF).orElseThrow());
    try (Stream<Path> files = Files.walk(folder)) {
      Files.writeString(files.filter(Files::isRegularFile).findFirst().orElseThrow(), "<html>");
    }
    assertThat(cache.find(server, 1, 0, 0)).isEmpty();
  }

  private static Outcome<TileServer> read(String url) {
    return TileServer.read(url, "示例地图", "3", "18", "WGS84");
  }
}
