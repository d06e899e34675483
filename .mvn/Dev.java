import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import io.zaikong.database.Credentials;
import io.zaikong.database.DataFolder;
import io.zaikong.database.Database;
import io.zaikong.database.DatabaseSettings;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * Shows every change of the sources on the page: keeps PostgreSQL and a warm compiler, and starts the
 * application anew. Without the build's checks, which run with the tests.
 */
class Dev {

  private static final long LOOK_MS = 150;

  private final Path root;
  private final Path web;
  private final Path templates;
  private final Path classes;
  private final Path generated;
  private final List<String> arguments = new ArrayList<>();
  private final List<Path> sourceRoots;
  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private Path data;
  private DatabaseSettings settings;
  private Process application;

  Dev(Path root, List<String> given) throws IOException {
    this.root = root;
    this.web = root.resolve("app/src/main/web");
    this.templates = root.resolve("app/src/main/java/io/zaikong");
    this.classes = root.resolve("app/target/dev/classes");
    this.generated = root.resolve("app/target/dev/jte");
    this.data = root.resolve("data/dev");
    try (var modules = Files.list(root)) {
      this.sourceRoots =
          modules
              .filter(m -> !m.endsWith("bench") && Files.isDirectory(m.resolve("src/main/java")))
              .map(m -> m.resolve("src/main"))
              .toList();
    }
    for (int i = 0; i < given.size(); i++) {
      if (given.get(i).equals("--data") && i + 1 < given.size()) {
        data = Path.of(given.get(++i)).toAbsolutePath();
      } else {
        arguments.add(given.get(i));
      }
    }
  }

  public static void main(String[] args) throws Exception {
    new Dev(Path.of(args[0]), List.of(args).subList(1, args.length)).run();
  }

  private void run() throws Exception {
    DataFolder folder = DataFolder.open(data);
    Database database = Database.open(folder, System.getenv(), System.out::println);
    settings = database.settings();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stopApplication();
                  database.close();
                  folder.close();
                }));
    deleteTree(classes);
    copy(root.resolve("app/target/classes"), classes, false); // what the web build made
    Map<Path, Long> seen = Map.of();
    while (true) {
      Map<Path, Long> now = snapshot();
      if (!now.equals(seen)) {
        show(changes(seen, now), seen.isEmpty());
        seen = now;
      }
      Thread.sleep(LOOK_MS);
    }
  }

  private void show(List<Path> changed, boolean first) throws Exception {
    long begin = System.nanoTime();
    if (!first) {
      System.out.println(
          "改动 changed: "
              + changed.stream()
                  .limit(5)
                  .map(f -> f.getFileName().toString())
                  .collect(Collectors.joining(", ")));
    }
    boolean code = first || changed.stream().anyMatch(f -> is(f, ".java") || is(f, ".jte"));
    boolean page = !first && changed.stream().anyMatch(f -> !is(f, ".java"));
    CompletableFuture<Boolean> built =
        page ? CompletableFuture.supplyAsync(this::buildWeb) : CompletableFuture.completedFuture(true);
    boolean compiled = !code || compile(first || changed.stream().anyMatch(f -> is(f, ".jte")));
    if (!built.join() || !compiled) {
      return; // the running application stays
    }
    if (page) {
      copy(root.resolve("app/target/classes"), classes, false);
    }
    for (Path source : sourceRoots) {
      copy(source.resolve("resources"), classes, true);
    }
    stopApplication();
    start(begin);
  }

  private boolean compile(boolean templatesChanged) throws IOException {
    if (templatesChanged) {
      deleteTree(generated);
      Files.createDirectories(generated);
      TemplateEngine engine =
          TemplateEngine.create(
              new DirectoryCodeResolver(templates), generated, ContentType.Html, null, "io.zaikong");
      engine.setTrimControlStructures(true);
      try {
        engine.generateAll();
      } catch (RuntimeException e) {
        System.out.println(e.getMessage());
        return false;
      }
    }
    List<Path> files = new ArrayList<>(listJava(generated));
    for (Path source : sourceRoots) {
      files.addAll(listJava(source.resolve("java")));
    }
    Path compiled = classes.resolveSibling("compiled");
    deleteTree(compiled);
    Files.createDirectories(compiled);
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (var manager = compiler.getStandardFileManager(found, null, StandardCharsets.UTF_8)) {
      boolean good =
          compiler
              .getTask(
                  null,
                  manager,
                  found,
                  List.of(
                      "-d", compiled.toString(), "-cp", libraries(), "-parameters", "-proc:none", "-g",
                      "-nowarn"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files))
              .call();
      found.getDiagnostics().stream()
          .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
          .forEach(System.out::println);
      if (good) {
        replaceClasses(compiled);
      }
      return good;
    }
  }

  /** Only now, so that an error leaves the running application its classes. */
  private void replaceClasses(Path compiled) throws IOException {
    Files.createDirectories(classes);
    try (var old = Files.walk(classes)) {
      for (Path file : old.filter(f -> is(f, ".class")).toList()) {
        Files.delete(file);
      }
    }
    copy(compiled, classes, true);
  }

  private boolean buildWeb() {
    try {
      return new ProcessBuilder("npm", "run", "--silent", "prepare-build")
              .directory(web.toFile())
              .inheritIO()
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      System.out.println(e.getMessage());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void start(long begin) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "-Dzaikong.home=" + root,
                "-cp",
                classes + File.pathSeparator + libraries(),
                "io.zaikong.Zaikong",
                "start",
                "--data",
                data.resolve("app").toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.put("ZAIKONG_DB_URL", settings.url());
    put(environment, "ZAIKONG_DB_OWNER", settings.owner());
    put(environment, "ZAIKONG_DB_APP", settings.app());
    settings.audit().ifPresent(audit -> put(environment, "ZAIKONG_DB_AUDIT", audit));
    application = builder.start();
    BufferedReader output =
        new BufferedReader(
            new InputStreamReader(application.getInputStream(), StandardCharsets.UTF_8));
    Thread.ofPlatform().daemon().start(() -> follow(output, begin));
  }

  private static void put(Map<String, String> environment, String name, Credentials user) {
    environment.put(name, user.user());
    environment.put(name + "_PASSWORD", user.password());
  }

  private static void follow(BufferedReader output, long begin) {
    output
        .lines()
        .forEach(
            line -> {
              System.out.println(line);
              if (line.contains("is ready")) {
                System.out.printf(
                    Locale.ROOT, "  %.1f s%n", (System.nanoTime() - begin) / 1_000_000_000.0);
              }
            });
  }

  private void stopApplication() {
    if (application != null) {
      application.destroyForcibly().onExit().join();
    }
  }

  private String libraries() {
    Path target = root.resolve("app/target/classes");
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !Path.of(entry).equals(target))
        .filter(entry -> sourceRoots.stream().noneMatch(s -> belongsTo(entry, s)))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean belongsTo(String entry, Path source) {
    return Path.of(entry).startsWith(source.getParent().getParent().resolve("target"));
  }

  private Map<Path, Long> snapshot() throws IOException {
    Map<Path, Long> times = new HashMap<>();
    for (Path source : sourceRoots) {
      try (var files = Files.walk(source)) {
        for (Path file : files.filter(f -> !f.toString().contains("node_modules")).toList()) {
          if (Files.isRegularFile(file)) {
            times.put(file, Files.getLastModifiedTime(file).toMillis());
          }
        }
      } catch (java.io.UncheckedIOException | java.nio.file.NoSuchFileException e) {
        // a file went while we looked; the next look sees the rest
      }
    }
    return times;
  }

  private static List<Path> changes(Map<Path, Long> before, Map<Path, Long> now) {
    return Stream.concat(before.keySet().stream(), now.keySet().stream())
        .distinct()
        .filter(f -> !java.util.Objects.equals(before.get(f), now.get(f)))
        .toList();
  }

  private static List<Path> listJava(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.walk(folder)) {
      return files.filter(f -> is(f, ".java") && !f.endsWith("module-info.java")).toList();
    }
  }

  private static boolean is(Path file, String ending) {
    return file.toString().endsWith(ending);
  }

  private static void copy(Path from, Path to, boolean all) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    try (var files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (all || !is(file, ".class")) {
          Path target = to.resolve(from.relativize(file));
          Files.createDirectories(target.getParent());
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static void deleteTree(Path tree) throws IOException {
    if (Files.exists(tree)) {
      try (var files = Files.walk(tree)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
