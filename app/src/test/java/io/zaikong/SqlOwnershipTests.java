package io.zaikong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A capability writes its own schema and reads those of the capabilities that it may know. */
class SqlOwnershipTests {

  private static final Map<String, String> SQL_ELSEWHERE =
      Map.of(
          "Catalogue", "asks the catalogue for every table, whoever's it is",
          "Target", "empties and fills whole schemas, whoever's they are",
          "ActorTransactions", "tells the database the scope, once a transaction",
          "DatabaseCheck", "asks the catalogue before any capability is there",
          "Roles", "makes the roles and the database of the embedded server",
          "SideOptions", "asks whether the database was ever migrated");

  private static final Map<String, String> ASSEMBLED =
      Map.of(
          "Roles", "a role's name cannot be bound; the names are the class's own constants",
          "Target",
              "takes away and puts back foreign keys in the server's own words, quoted by it");

  /** Another capability's table on which a migration may put a policy. */
  private static final Map<String, String> POLICIES_ELSEWHERE =
      Map.of(
          "org.account_scope",
          "enterprises restricts to which enterprise a scope may be given; org does not know them",
          "documents.issued",
          "enterprises restricts papers to the sectors of a scope; documents do not know them",
          "documents.attachment",
          "enterprises restricts papers to the sectors of a scope; documents do not know them");

  private static final List<JavaSource> MAIN = JavaSource.main();

  private static Set<String> schemas() {
    Set<String> schemas = new TreeSet<>();
    MAIN.stream().map(JavaSource::capability).filter(c -> !c.isEmpty()).forEach(schemas::add);
    return schemas;
  }

  @Test
  void everyStatementKeepsToItsCapability() {
    List<String> faults = new ArrayList<>();
    for (JavaSource source : MAIN) {
      if (source.capability().isEmpty() || SQL_ELSEWHERE.containsKey(source.name())) {
        continue;
      }
      Set<String> readable = Arrows.of(source.capability());
      for (String sql : SqlTexts.of(source)) {
        SqlTexts.faults(sql, source.capability(), readable, schemas())
            .forEach(fault -> faults.add(source.name() + " " + fault));
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void sqlStandsInStoresOnly() {
    Set<String> outside = new TreeSet<>();
    MAIN.stream()
        .filter(s -> !s.name().endsWith("Store") && !SqlTexts.of(s).isEmpty())
        .forEach(s -> outside.add(s.name()));
    assertThat(outside).isEqualTo(new TreeSet<>(SQL_ELSEWHERE.keySet()));
  }

  @Test
  void noSqlIsPutTogetherAtRunTime() {
    List<String> assembled =
        MAIN.stream()
            .filter(s -> !ASSEMBLED.containsKey(s.name()))
            .flatMap(s -> SqlTexts.listAssembled(s).stream())
            .toList();
    assertThat(assembled).isEmpty();
  }

  @Test
  void noStatementReadsTheServersClock() {
    Pattern clock =
        Pattern.compile("\\b(now\\(\\)|current_date|current_timestamp|clock_timestamp)");
    assertThat(MAIN)
        .flatExtracting(SqlTexts::of)
        .noneMatch(sql -> clock.matcher(sql.toString()).find());
    assertThat(clock.matcher("select now()").find()).isTrue();
  }

  @Test
  void everyMigrationKeepsToItsCapability() throws IOException {
    List<String> faults = new ArrayList<>();
    try (Stream<Path> files =
        Files.list(JavaSource.root().resolve("app/src/main/resources/db/migration"))) {
      for (Path file : files.sorted().toList()) {
        String own = file.getFileName().toString().replaceFirst("^V\\d+__([a-z]+)_.*", "$1");
        migrationFaults(Files.readString(file), own, Arrows.of(own))
            .forEach(fault -> faults.add(file.getFileName() + " " + fault));
      }
    }
    assertThat(faults).isEmpty();
  }

  private static List<String> migrationFaults(String sql, String own, Set<String> readable) {
    List<String> faults = new ArrayList<>();
    String plain = sql.replaceAll("--[^\n]*", "");
    Pattern.compile(
            "\\b(create (?:table|type|function|schema|view)|alter table|create (?:unique )?index on"
                + "|create policy \\w+\\s+on) ([a-z_.]+)")
        .matcher(plain)
        .results()
        .filter(r -> !r.group(2).equals(own) && !r.group(2).startsWith(own + "."))
        .filter(r -> !POLICIES_ELSEWHERE.containsKey(r.group(2)))
        .forEach(r -> faults.add("owns " + r.group(2)));
    Pattern.compile("\\breferences ([a-z_]+)(\\.?)")
        .matcher(plain)
        .results()
        .filter(
            r -> !r.group(1).equals(own) && !readable.contains(r.group(1)) || r.group(2).isEmpty())
        .forEach(r -> faults.add("refers to " + r.group(1)));
    return faults;
  }

  @Test
  void aMigrationThatReachesTooFarIsFound() {
    String sql = "create table org.x (id bigint references hazards.unit); create table bare ();";

    assertThat(migrationFaults(sql, "org", Set.of("shell")))
        .containsExactly("owns bare", "refers to hazards");
  }

  @Test
  void aStatementThatReachesTooFarIsFound() {
    Set<String> all = Set.of("shell", "org", "hazards", "enterprises");

    assertThat(faults("insert into hazards.unit values (1)", all))
        .containsExactly("writes hazards.unit", "reads hazards.unit");
    assertThat(faults("select * from org.account a join hazards.unit on true", all))
        .containsExactly("reads hazards.unit");
    assertThat(faults("select * from org.account, hazards.unit", all))
        .containsExactly("reads hazards.unit");
    assertThat(faults("update account set x = 1", all)).containsExactly("without schema: account");
    assertThat(faults("delete from other.thing", all)).containsExactly("writes other.thing");
    assertThat(faults("select * from other.thing", all))
        .containsExactly("of no capability: other.thing");
    assertThat(faults("select * from shell.setting", all)).containsExactly("reads shell.setting");
  }

  @Test
  void aStatementThatKeepsToItsOwnIsLeftAlone() {
    String sql =
        """
        with new as (insert into org.account (id) values (1) on conflict (id) do update set id = 2 returning id)
        select shell.codes_in(code), extract(day from at) from new join unnest(?::int[]) as n on true
        where a is distinct from b and exists (select from org.post p) for update
        """;

    assertThat(faults(sql, Set.of("shell", "org"))).isEmpty();
  }

  private static List<String> faults(String sql, Set<String> schemas) {
    return SqlTexts.faults(sql, "org", Set.of("journal"), schemas);
  }

  @Test
  void assembledSqlIsFound() {
    assertThat(assembled("jdbc.sql(\"select \" + column)")).hasSize(1);
    assertThat(assembled("jdbc.sql(\"\"\"\n select %s\n \"\"\".formatted(x))")).hasSize(1);
    assertThat(assembled("jdbc.sql(sql)")).hasSize(1);
    assertThat(assembled("static final String X = \"a\" + b; void f() { jdbc.sql(X); }"))
        .hasSize(1);
    assertThat(assembled("static final String X = \"a\"; void f() { jdbc.sql(X); }")).isEmpty();
    assertThat(assembled("jdbc.sql(\"select 1\" + \" as x\")")).isEmpty();
    String joined =
        "static final String X = \"select 1 \"; static final String Y = X + \"from org.x\";";
    assertThat(assembled(joined + " void f() { jdbc.sql(Y + \" where true\"); }")).isEmpty();
    assertThat(assembled(joined + " void f() { jdbc.sql(Y + Z); }")).hasSize(1);
    assertThat(SqlTexts.of(JavaSource.of("A.java", joined + " f(Y + \" where true\");")))
        .contains("select 1 from org.x where true");
    assertThat(SqlTexts.of(JavaSource.of("A.java", "f(\"select \" + \"1 from x\")")))
        .containsExactly("select 1 from x");
  }

  private static List<String> assembled(String code) {
    return SqlTexts.listAssembled(JavaSource.of("A.java", code));
  }
}
