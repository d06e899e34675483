package io.zaikong;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Another JVM with this one's class path, to be killed. */
public final class ChildJvm implements AutoCloseable {

  private final Process process;
  private final Path output;

  private ChildJvm(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  public static ChildJvm start(Path output, String mainClass, String... arguments)
      throws IOException {
    return start(output, System.getProperty("java.class.path"), mainClass, arguments);
  }

  /** The application as it is shipped, without the tests' classes and logging. */
  public static ChildJvm startApplication(Path output, String... arguments) throws IOException {
    String shipped =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !Path.of(entry).endsWith("test-classes"))
            .collect(Collectors.joining(File.pathSeparator));
    return start(output, shipped, Zaikong.class.getName(), arguments);
  }

  private static ChildJvm start(
      Path output, String classPath, String mainClass, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                mainClass));
    command.addAll(Arrays.asList(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new ChildJvm(process, output);
  }

  public void awaitOutput(String text, Duration limit) throws InterruptedException, IOException {
    try {
      Eventually.within(limit, () -> output().contains(text) || !process.isAlive());
    } finally {
      if (!output().contains(text)) {
        System.err.println(output());
      }
    }
  }

  public String output() throws IOException {
    return Files.readString(output);
  }

  public long pid() {
    return process.pid();
  }

  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks it to end, as a terminal or a service manager does. */
  public int terminate(Duration limit) throws InterruptedException {
    process.destroy();
    return awaitEnd(limit);
  }

  public int awaitEnd(Duration limit) throws InterruptedException {
    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("still runs after " + limit);
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
