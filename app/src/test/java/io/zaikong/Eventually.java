package io.zaikong;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for something that another process or thread brings about. */
public final class Eventually {

  private static final Duration LOOK = Duration.ofMillis(25);

  private Eventually() {}

  /** Returns as soon as it is so; a refusal counts as not yet. */
  public static void within(Duration limit, Callable<Boolean> isSo) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    Throwable last = null;
    while (System.nanoTime() < deadline) {
      try {
        if (isSo.call()) {
          return;
        }
        last = null;
      } catch (Exception e) {
        last = e;
      }
      Thread.sleep(LOOK);
    }
    throw new AssertionError("not so within " + limit, last);
  }
}
