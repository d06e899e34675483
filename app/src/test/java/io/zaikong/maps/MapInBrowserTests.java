package io.zaikong.maps;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.BrowserTest;
import io.zaikong.TestCity;
import io.zaikong.TestVisitor;
import io.zaikong.TestWindow;
import io.zaikong.shell.Role;
import io.zaikong.shell.Settings;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The map with tiles and boundaries, and its settings, in a browser. */
@AppTest
@BrowserTest
class MapInBrowserTests {

  private static final String PAGE = "/settings/map";
  private static final String SQUARE =
      "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"adcode\":370306},"
          + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
          + "[[[117.8,36.7],[117.95,36.7],[117.95,36.9],[117.8,36.9],[117.8,36.7]]]}}]}";
  private static int people;

  private final TestCity city;

  @Autowired
  MapInBrowserTests(ApplicationContext context) {
    city = new TestCity(context);
  }

  @ParameterizedTest
  @EnumSource(Datum.class)
  void tilesLieUnderTheLayersByDayAndByNight(Datum datum) throws IOException {
    TileServer server =
        new TileServer("https://tiles.invalid/" + datum + "/{z}/{x}/{y}", "示例底图", 3, 18, datum);
    fill(server);
    try (TestWindow window = window(Role.OFFICER)) {
      set(JsonMapper.shared().writeValueAsString(server));
      window.open("/map").page().waitForSelector("#map .map-tiles canvas");
      window.page().waitForCondition(() -> isGreen(window));
      window.check(TestWindow.DESK, TestWindow.PHONE_AT_NIGHT);
      assertThat(window.page().textContent(".map-attribution")).isEqualTo("示例底图");
      assertThat(window.page().textContent("#map-problem")).isEmpty();
      window.expectNoProblem();
    } finally {
      set("");
    }
  }

  @Test
  void boundariesTakeThePlaceOfTheSchematicAndTheSettingsAreAccessible() {
    String username = "map-browser-" + ++people;
    city.person(username, "370300", Role.SYSTEM_ADMINISTRATOR);
    TestVisitor administrator = new TestVisitor(city.url()).signedIn(username);
    String form = PAGE + "/boundaries?boundaryDatum=WGS84&property=adcode";
    administrator.upload(PAGE, form, "界线.json", SQUARE.getBytes(StandardCharsets.UTF_8));
    try (TestWindow window = window(Role.SYSTEM_ADMINISTRATOR)) {
      window.open(PAGE).check(TestWindow.DESK, TestWindow.PHONE_AT_NIGHT);
      window.open("/map").page().waitForSelector("#map canvas");
      window.page().waitForSelector("#map-note:not([hidden])");
      assertThat(window.page().textContent("#map-note")).contains("虚线为示意图");
      window.check(TestWindow.DESK, TestWindow.PHONE_AT_NIGHT);
      AtomicBoolean villages = new AtomicBoolean();
      window
          .page()
          .onResponse(
              answer -> {
                if (answer.url().contains("level=VILLAGE&within=") && answer.ok()) {
                  villages.set(true);
                }
              });
      window
          .page()
          .waitForCondition(
              () -> {
                window.page().click(".ol-zoom-in");
                return villages.get();
              });
      window.open(PAGE);
      window.page().fill("#url", "http://127.0.0.1/{z}/{x}/{y}");
      window.page().fill("#attribution", "示例");
      window.page().selectOption("#datum", "WGS84");
      window.page().click("form[action='/settings/map/tiles'] .btn-primary");
      window.page().waitForSelector("#url-error");
      window.check(TestWindow.DESK, TestWindow.PHONE_AT_NIGHT);
      window.expectNoProblem();
    } finally {
      administrator.post(PAGE, PAGE + "/boundaries/remove", java.util.Map.of("division", "370306"));
    }
  }

  /** Whether the middle of the base map has the colour of the tiles. */
  private static boolean isGreen(TestWindow window) {
    return (boolean)
        window
            .page()
            .evaluate(
                """
                () => {
                  const canvas = document.querySelector('#map .map-tiles canvas');
                  const at = canvas?.getContext('2d').getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data;
                  return Boolean(at) && at[1] > 150 && at[0] < 100;
                }
                """);
  }

  /** Every tile that a first look at the city needs, so that no server is asked. */
  private void fill(TileServer server) throws IOException {
    TileImage green = TileImage.of(png()).orElseThrow();
    TileCache cache = city.bean(TileCache.class);
    for (int z = 6; z <= 11; z++) {
      int side = 1 << z;
      for (int x = (int) (side * (116.0 + 180) / 360); x <= side * (120.0 + 180) / 360; x++) {
        for (int y = y(38.5, side); y <= y(34.5, side); y++) {
          cache.put(server, z, x, y, green);
        }
      }
    }
  }

  private static int y(double latitudeDeg, int side) {
    double latitude = Math.toRadians(latitudeDeg);
    return (int) ((1 - Math.log(Math.tan(latitude) + 1 / Math.cos(latitude)) / Math.PI) / 2 * side);
  }

  private static byte[] png() throws IOException {
    BufferedImage image = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(new Color(40, 200, 60));
    graphics.fillRect(0, 0, 256, 256);
    graphics.dispose();
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private void set(String value) {
    city.asSystem(
        () -> {
          city.bean(Settings.class).put("maps.tiles", value);
          return true;
        });
  }

  private TestWindow window(Role role) {
    String username = "map-browser-" + ++people;
    city.person(username, "370300", role);
    return new TestWindow(city.url(), TestWindow.DESK, "zh-CN").signIn(username);
  }
}
