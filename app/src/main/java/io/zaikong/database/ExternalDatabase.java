package io.zaikong.database;

import java.util.Map;
import java.util.Optional;

/** A PostgreSQL server that somebody else runs, named by environment variables. */
final class ExternalDatabase {

  static final String URL = "ZAIKONG_DB_URL";

  private ExternalDatabase() {}

  /**
   * @return nothing when {@code ZAIKONG_DB_URL} is not set
   * @throws DatabaseUnavailableException when it is set and another variable is missing
   */
  static Optional<DatabaseSettings> find(Map<String, String> environment) {
    String url = environment.getOrDefault(URL, "");
    if (url.isBlank()) {
      return Optional.empty();
    }
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new DatabaseUnavailableException(
          URL + " 应以 jdbc:postgresql: 开头。", URL + " must start with jdbc:postgresql:");
    }
    Optional<Credentials> audit =
        environment.getOrDefault("ZAIKONG_DB_AUDIT", "").isBlank()
            ? Optional.empty()
            : Optional.of(credentials(environment, "ZAIKONG_DB_AUDIT"));
    return Optional.of(
        new DatabaseSettings(
            url,
            credentials(environment, "ZAIKONG_DB_OWNER"),
            credentials(environment, "ZAIKONG_DB_APP"),
            audit));
  }

  private static Credentials credentials(Map<String, String> environment, String name) {
    return new Credentials(get(environment, name), get(environment, name + "_PASSWORD"));
  }

  private static String get(Map<String, String> environment, String name) {
    String value = environment.getOrDefault(name, "");
    if (value.isBlank()) {
      throw new DatabaseUnavailableException(
          "已设置 %s，但缺少 %s。".formatted(URL, name),
          "%s is set, but %s is missing.".formatted(URL, name));
    }
    return value;
  }
}
