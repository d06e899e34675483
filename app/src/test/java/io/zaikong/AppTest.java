package io.zaikong;

import io.zaikong.database.DatabaseSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application on a real port and a database of its own; one for all tests that carry
 * this, so each makes what it needs and touches nothing of the others.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(
    classes = Zaikong.class,
    webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@ContextConfiguration(initializers = AppTest.Environment.class)
public @interface AppTest {

  /** Points the application at the test's database and a free port. */
  class Environment implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      DatabaseSettings settings = TestDatabase.create("app").settings();
      Map<String, Object> properties = new LinkedHashMap<>(settings.springProperties());
      int port = freePort();
      properties.put("server.port", port);
      properties.put("server.address", "127.0.0.1");
      properties.put("zaikong.access.relying-party", "localhost");
      properties.put("zaikong.access.origins", "http://localhost:" + port);
      properties.put("zaikong.data", newFolder());
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("test", properties));
    }

    private static String newFolder() {
      try {
        return Files.createTempDirectory("zaikong-app").toString();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static int freePort() {
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
