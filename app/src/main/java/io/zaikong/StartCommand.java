package io.zaikong;

import io.zaikong.database.DataFolder;
import io.zaikong.database.Database;
import io.zaikong.database.DatabaseUnavailableException;
import io.zaikong.edge.Exposure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Starts the database, then the application on it, and stops them in the opposite order. */
final class StartCommand {

  private static final int FAILED = 1;
  private static final int USAGE_ERROR = 2;

  private final StartOptions options;
  private @Nullable DataFolder folder;
  private @Nullable Database database;
  private @Nullable ConfigurableApplicationContext application;
  private boolean stopped;

  private StartCommand(StartOptions options) {
    this.options = options;
  }

  /** Returns the exit status; 0 means that the application runs now. */
  static int run(List<String> arguments) {
    String home = System.getProperty("zaikong.home", "");
    StartCommand command;
    try {
      command = new StartCommand(StartOptions.parse(arguments, Path.of(home)));
    } catch (StartOptions.UsageException e) {
      System.err.println(e.getMessage());
      System.err.println(StartOptions.USAGE);
      return USAGE_ERROR;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(command::stop, "stop"));
    try {
      command.start();
      return 0;
    } catch (DatabaseUnavailableException | PortInUseException e) {
      System.err.println(e.getMessage());
      return FAILED;
    } catch (RuntimeException e) {
      // Spring has reported it; the shutdown hook stops what runs
      System.err.println("启动失败 not started: " + rootOf(e));
      return FAILED;
    }
  }

  private void start() {
    Exposure exposure = options.exposure();
    DataFolder taken = DataFolder.open(options.data());
    keep(taken, null, null);
    requireFreePort(exposure);
    Database opened = Database.open(taken, System.getenv(), System.out::println);
    keep(taken, opened, null);
    SpringApplication spring = new SpringApplication(Zaikong.class);
    Map<String, Object> properties = properties(opened, taken.path());
    spring.setDefaultProperties(defaults(properties)); // logging reads these early
    spring.addInitializers(
        context ->
            context
                .getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("start", properties)));
    spring.setRegisterShutdownHook(false); // stop() closes it, before the database
    keep(taken, opened, spring.run());
    System.out.println("在控已启动 Zaikong is ready: " + exposure.url());
    if (Boolean.getBoolean("zaikong.training")) {
      Training.visit(exposure.url());
      System.exit(0); // what a start and a first page need is known now
    }
    if (properties.containsKey("zaikong.ca-certificate")) {
      System.out.println("首次访问前请导入根证书 import this authority first: " + exposure.url() + "ca.crt");
    }
  }

  private Map<String, Object> properties(Database opened, Path data) {
    Map<String, Object> properties = new LinkedHashMap<>(opened.settings().springProperties());
    properties.putAll(options.exposure().springProperties(data));
    properties.put("zaikong.demo", options.demo());
    properties.put("zaikong.demo-enterprises", options.enterprises());
    options.asOf().ifPresent(day -> properties.put("zaikong.as-of", day.toString()));
    properties.put("zaikong.data", data.toString());
    properties.put("logging.file.name", data.resolve("zaikong.log").toString());
    return properties;
  }

  /**
   * What the environment may replace, such as the name that passkeys are bound to behind a proxy.
   */
  private Map<String, Object> defaults(Map<String, Object> properties) {
    URI url = URI.create(options.exposure().url());
    Map<String, Object> defaults = new LinkedHashMap<>(properties);
    defaults.put("zaikong.access.relying-party", url.getHost());
    defaults.put("zaikong.access.origins", url.getScheme() + "://" + url.getAuthority());
    return defaults;
  }

  private static void requireFreePort(Exposure exposure) {
    try (ServerSocket socket =
        new ServerSocket(exposure.port(), 1, InetAddress.getByName(exposure.host()))) {
      socket.isBound();
    } catch (IOException e) {
      throw new PortInUseException(exposure, e);
    }
  }

  private synchronized void keep(
      DataFolder taken,
      @Nullable Database opened,
      @Nullable ConfigurableApplicationContext running) {
    folder = taken;
    database = opened;
    application = running;
    if (stopped) {
      stopped = false;
      stop(); // asked to stop while this was starting
    }
  }

  private synchronized void stop() {
    if (stopped) {
      return;
    }
    stopped = true;
    if (application != null) {
      application.close();
    }
    if (database != null) {
      database.close();
    }
    if (folder != null) {
      folder.close();
    }
  }

  private static String rootOf(Throwable error) {
    Throwable cause = error.getCause();
    return cause == null ? error.toString() : rootOf(cause);
  }

  private static final class PortInUseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortInUseException(Exposure exposure, IOException cause) {
      super(
          "无法监听 %s:%d（%s），请用 --port 换一个端口。%nCannot listen on %s:%d (%s); choose another port with --port."
              .formatted(
                  exposure.host(),
                  exposure.port(),
                  cause.getMessage(),
                  exposure.host(),
                  exposure.port(),
                  cause.getMessage()),
          cause);
    }
  }
}
