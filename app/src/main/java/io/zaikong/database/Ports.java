package io.zaikong.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.stream.IntStream;

/** A free port on this machine, below those that the system hands to outgoing connections. */
final class Ports {

  private static final int FIRST = 15432;
  private static final int LAST = 32000;

  private Ports() {}

  /**
   * @param before the port used last time, kept when it is free
   */
  static int choose(Optional<Integer> before) {
    if (before.isPresent() && isFree(before.get())) {
      return before.get();
    }
    // start at a place that depends on the process, so that two that start at once seldom meet
    int shift = (int) (ProcessHandle.current().pid() * 37 % (LAST - FIRST));
    return IntStream.range(0, LAST - FIRST)
        .map(i -> FIRST + (shift + i) % (LAST - FIRST))
        .filter(Ports::isFree)
        .findFirst()
        .orElseThrow(
            () ->
                new DatabaseUnavailableException(
                    "没有空闲的端口。", "No port from %d to %d is free.".formatted(FIRST, LAST)));
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.isBound();
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }
}
