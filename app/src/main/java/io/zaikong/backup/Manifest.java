package io.zaikong.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a backup holds.
 *
 * @param format of the file; a program reads those that it knows
 * @param product the program that made it
 * @param schemaVersion the last migration, which decides whether a program can restore it
 * @param server the version of PostgreSQL that it came from
 * @param tables in the order of the file
 * @param sequences the last value given, by schema and name; those that never gave one are missing
 */
public record Manifest(
    int format,
    String product,
    String schemaVersion,
    String server,
    Instant createdAt,
    List<Table> tables,
    Map<String, Long> sequences) {

  static final int FORMAT = 1;

  /**
   * One table's rows in PostgreSQL's COPY text form, ordered by primary key.
   *
   * @param name schema and name
   * @param sha256 of that form, before compression; 64 hexadecimal digits
   */
  public record Table(String name, List<String> columns, long rows, String sha256) {}

  public Manifest {
    tables = List.copyOf(tables);
    sequences = Map.copyOf(sequences);
  }

  public long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }
}
