package io.zaikong.bench;

import io.zaikong.Zaikong;
import io.zaikong.database.DataFolder;
import io.zaikong.database.Database;
import io.zaikong.database.DatabaseSettings;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The real application on an embedded PostgreSQL in a folder of its own, gone when it closes. */
final class BenchServer implements AutoCloseable {

  private final Path data = Files.createTempDirectory("zaikong-bench");
  private final DataFolder folder = DataFolder.open(data);
  private final Database database = Database.open(folder, Map.of(), System.err::println);
  private final int port = freePort();
  private final ConfigurableApplicationContext application = start();
  private final BenchCity city = new BenchCity(application);

  BenchServer() throws Exception {}

  BenchCity city() {
    return city;
  }

  String base() {
    return "http://localhost:" + port;
  }

  /** As the owner of the tables, beside the policies. */
  JdbcClient owner() {
    DatabaseSettings settings = database.settings();
    return JdbcClient.create(
        new DriverManagerDataSource(
            settings.url(), settings.owner().user(), settings.owner().password()));
  }

  private ConfigurableApplicationContext start() {
    Map<String, Object> properties = new LinkedHashMap<>(database.settings().springProperties());
    properties.put("server.port", port);
    properties.put("server.address", "127.0.0.1");
    properties.put("zaikong.data", data.toString());
    properties.put("zaikong.access.relying-party", "localhost");
    properties.put("zaikong.access.origins", base());
    SpringApplication spring = new SpringApplication(Zaikong.class);
    spring.setDefaultProperties(properties);
    spring.addInitializers(
        context ->
            context
                .getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("bench", properties)));
    return spring.run();
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  @Override
  public void close() throws Exception {
    application.close();
    database.close();
    folder.close();
    List<Path> files;
    try (var found = Files.walk(data)) {
      files = found.sorted(java.util.Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
