package io.zaikong.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The files of the embedded server, made once. */
final class Cluster {

  static final String SUPERUSER = "postgres";

  private Cluster() {}

  /**
   * Makes the data files when there are none. They appear whole or not at all, so a start that was
   * killed here is repeated by the next.
   *
   * @throws DatabaseUnavailableException when they cannot be made, or belong to another major
   *     version
   */
  static void create(
      DataFolder folder, Path binaries, Secrets secrets, boolean durable, Consumer<String> progress)
      throws IOException, InterruptedException {
    Path data = folder.databaseFiles();
    if (Files.isDirectory(data)) {
      requireSameVersion(data, binaries);
      return;
    }
    progress.accept("建立数据库 … creating the database");
    Path draft = data.resolveSibling("pgdata.new");
    Path password = data.resolveSibling("pgdata.password");
    Binaries.deleteTree(draft);
    Secrets.writePrivately(password, secrets.superuser());
    try {
      run(initdb(binaries, draft, password, durable), folder.databaseLog());
    } finally {
      Files.deleteIfExists(password);
    }
    Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
  }

  private static List<String> initdb(Path binaries, Path data, Path password, boolean durable) {
    List<String> command = new ArrayList<>(HostTools.prefix(false));
    command.add(binaries.resolve("bin/initdb").toString());
    command.addAll(List.of("-D", data.toString(), "-U", SUPERUSER, "-E", "UTF8"));
    command.addAll(List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
    command.addAll(List.of("--auth=scram-sha-256", "--pwfile", password.toString()));
    if (!durable) {
      command.add("--no-sync");
    }
    return command;
  }

  private static void run(List<String> command, Path log) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    int exit = process.waitFor();
    if (exit != 0) {
      throw new DatabaseUnavailableException(
          "initdb 失败（%d），见 %s".formatted(exit, log),
          "initdb failed (%d), see %s".formatted(exit, log));
    }
  }

  private static void requireSameVersion(Path data, Path binaries) throws IOException {
    String made = Files.readString(data.resolve("PG_VERSION")).strip();
    String name = String.valueOf(binaries.getFileName());
    if (!name.startsWith("pg-" + made + ".") && !name.equals("pg-unknown")) {
      throw new DatabaseUnavailableException(
          "数据目录由 PostgreSQL %s 建立，与内置的 %s 不符。".formatted(made, name),
          "The data were made by PostgreSQL %s and the built-in one is %s.".formatted(made, name));
    }
  }
}
