package io.zaikong.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** {@code bench NAME [options]}: runs a benchmark by its name. */
public final class Main {

  private static final Map<String, Class<?>> BENCHMARKS =
      Map.of("identify", IdentifyBench.class, "alarm", AlarmBench.class);

  /** Over HTTP, so not by JMH. */
  private static final Map<String, Served> SERVED =
      Map.of("list", ListBench::run, "register", RegisterBench::run);

  /** A benchmark of the running application. */
  private interface Served {
    void run(List<String> arguments) throws Exception;
  }

  private Main() {}

  public static void main(String[] args) throws Exception {
    Served served = args.length == 0 ? null : SERVED.get(args[0]);
    if (served != null) {
      served.run(Arrays.asList(args).subList(1, args.length));
      return;
    }
    Class<?> benchmark = args.length == 0 ? null : BENCHMARKS.get(args[0]);
    if (benchmark == null) {
      System.err.println("usage: bench identify | alarm | list | register");
      System.exit(2);
      return;
    }
    String[] options = Arrays.copyOf(args, args.length);
    options[0] = benchmark.getName();
    org.openjdk.jmh.Main.main(options);
  }
}
