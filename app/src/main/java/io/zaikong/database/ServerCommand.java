package io.zaikong.database;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of the server.
 *
 * @param durable whether a commit waits for the disk; false only for tests
 */
record ServerCommand(Path binaries, Path data, int port, boolean durable) {

  List<String> line() {
    List<String> line = new ArrayList<>(HostTools.prefix(true));
    line.add(binaries.resolve("bin/postgres").toString());
    line.addAll(List.of("-D", data.toString()));
    String flush = durable ? "on" : "off";
    for (String setting :
        List.of(
            "listen_addresses=127.0.0.1",
            "port=" + port,
            "unix_socket_directories=",
            "fsync=" + flush,
            "synchronous_commit=" + flush,
            "full_page_writes=" + flush,
            "max_connections=100",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_checkpoints=off",
            "log_min_messages=warning",
            "password_encryption=scram-sha-256")) {
      line.addAll(List.of("-c", setting));
    }
    return line;
  }
}
