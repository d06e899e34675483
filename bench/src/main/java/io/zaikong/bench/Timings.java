package io.zaikong.bench;

import java.util.Arrays;

/** How long requests took, as a line of a table: p50, p95, p99 in milliseconds. */
final class Timings {

  static final String HEAD = "%-58s %8s %8s %8s %8s%n".formatted("ms", "p50", "p95", "p99", "KB");

  private Timings() {}

  /**
   * @param nanos is sorted
   */
  static void print(String name, long[] nanos, int bytes) {
    Arrays.sort(nanos);
    System.out.printf(
        "%-58s %8.1f %8.1f %8.1f %8d%n",
        name, at(nanos, 50), at(nanos, 95), at(nanos, 99), bytes / 1024);
  }

  private static double at(long[] sorted, int percent) {
    return sorted[Math.ceilDiv(sorted.length * percent, 100) - 1] / 1e6;
  }
}
