package io.zaikong.maps;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.TestCity;
import io.zaikong.TestVisitor;
import io.zaikong.journal.Journal;
import io.zaikong.shell.Role;
import io.zaikong.shell.Settings;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The map server over HTTP, against the real application and database. */
@AppTest
class MapSettingsTests {

  private static final String PAGE = "/settings/map";
  private static int people;

  @Autowired ApplicationContext context;
  private TestCity city;
  private TestVisitor administrator;

  @BeforeEach
  void signIn() {
    city = new TestCity(context);
    administrator = visitor("370300", Role.SYSTEM_ADMINISTRATOR);
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1/{z}/{x}/{y}, 不能使用",
    "http://169.254.169.254/{z}/{x}/{y}, 不能使用",
    "http://192.168.1.9/{z}/{x}/{y}, 不能使用",
    "http://no-such-host.invalid/{z}/{x}/{y}, 找不到主机",
    "file:///etc/{z}/{x}/{y}, 应为 http 或 https 地址"
  })
  void aServerThatMayNotBeConnectedToIsRefusedAndNothingTypedIsLost(String url, String words) {
    HttpResponse<String> answer = keep(url);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("url-error", words, "示例地图服务");
  }

  @Test
  void tilesComeFromTheServerThatIsSetAndItsKeyStaysInside() {
    try {
      assertThat(keep("https://203.0.113.7/{z}/{x}/{y}?key=s3cret").statusCode()).isEqualTo(302);
      TestVisitor reader = visitor("370302", Role.OFFICER);
      assertThat(reader.get("/map").body())
          .contains("data-tiles=\"/map/tiles/{z}/{x}/{y}?server=", "示例地图服务")
          .doesNotContain("s3cret", "203.0.113.7");
      TileServer server = city.asSystem(() -> city.bean(TileServers.class).find()).orElseThrow();
      byte[] gif = "GIF89a-tile".getBytes(StandardCharsets.US_ASCII);
      city.bean(TileCache.class).put(server, 9, 424, 199, TileImage.of(gif).orElseThrow());
      HttpResponse<byte[]> tile = reader.download("/map/tiles/9/424/199");
      assertThat(tile.body()).isEqualTo(gif);
      assertThat(tile.headers().firstValue("Content-Type")).contains("image/gif");
      assertThat(tile.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(reader.get("/map/tiles/2/0/0").statusCode()).isEqualTo(404);
      assertThat(reader.get("/map/tiles/9/99999/0").statusCode()).isEqualTo(404);
      assertThat(reader.get("/map/tiles/9/x/0").statusCode()).isEqualTo(400);
      assertThat(
              city.asSystem(
                      () -> city.bean(Journal.class).listFor("shell.setting", "maps.tiles", 1))
                  .toString())
          .contains("203.0.113.7")
          .doesNotContain("s3cret");
    } finally {
      administrator.post(PAGE, PAGE + "/tiles/remove", Map.of());
    }
    assertThat(city.asSystem(() -> city.bean(Settings.class).find("maps.tiles"))).contains("");
    assertThat(administrator.get("/map").body()).doesNotContain("data-tiles=");
  }

  @Test
  void onlyTheSystemAdministratorSetsAndOnlyWhoIsSignedInReads() {
    assertThat(visitor("370300", Role.OFFICER).get(PAGE).statusCode()).isEqualTo(403);
    TestVisitor stranger = new TestVisitor(city.url());
    assertThat(stranger.get("/map/boundaries.geojson").statusCode()).isNotEqualTo(200);
    assertThat(stranger.get("/map/tiles/3/1/1").statusCode()).isNotEqualTo(200);
  }

  private HttpResponse<String> keep(String url) {
    return administrator.post(
        PAGE,
        PAGE + "/tiles",
        Map.of(
            "url",
            url,
            "attribution",
            "示例地图服务",
            "minZoom",
            "3",
            "maxZoom",
            "18",
            "datum",
            "WGS84"));
  }

  private TestVisitor visitor(String division, Role role) {
    String username = "map-" + ++people;
    city.person(username, division, role);
    return new TestVisitor(city.url()).signedIn(username);
  }
}
