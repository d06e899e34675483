package io.zaikong.org;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.TestDatabase;
import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.DivisionCode.Level;
import io.zaikong.org.ScopeGrant.Delegation;
import io.zaikong.shell.Actor;
import io.zaikong.shell.ActorTransactions;
import io.zaikong.shell.Role;
import io.zaikong.shell.Scope;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Random trees, zones, grants, days and statements against the real policies, compared with what
 * follows from the grants by prefix alone. {@code -Dzaikong.cases=N} runs more.
 */
class TerritoryPropertyTests {

  private static final int CASES = Integer.getInteger("zaikong.cases", 2_000);
  private static final int CASES_PER_WORLD = 250;
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
  private static final List<String> SECTORS =
      List.of("HAZCHEM_PRODUCTION", "NON_COAL_MINE", "COMMERCE");

  private record Firm(long id, DivisionCode division, String sector) {}

  private record World(
      List<DivisionCode> tree, List<Firm> firms, List<Long> zones, List<Delegation> delegations) {}

  private final Random random = new Random(Long.getLong("zaikong.seed", 18218));

  @Test
  void nobodySeesOrWritesOutsideHisScopeAndNobodyIsRefusedInsideIt() throws SQLException {
    int cases = 0;
    for (int n = 0; cases < CASES; n++) {
      try (TestDatabase database = TestDatabase.create("territory_" + n)) {
        World world = build(database);
        var one = new SingleConnectionDataSource(database.app().getConnection(), true);
        JdbcClient app = JdbcClient.create(one);
        TransactionTemplate transactions =
            new TransactionTemplate(new ActorTransactions(one, Clock.systemUTC()));
        for (int i = 0; i < CASES_PER_WORLD && cases < CASES; i++, cases++) {
          check(world, app, transactions);
        }
      }
    }
  }

  private void check(World world, JdbcClient app, TransactionTemplate transactions) {
    LocalDate day = FIRST_DAY.plusDays(random.nextInt(300));
    List<ScopeGrant> grants = drawGrants(world);
    Scope scope = ScopeGrant.scopeOn(day, grants, world.delegations);
    Actor actor =
        new Actor(
            -1, "drawn", "drawn", world.tree.getFirst(), Set.of(Role.OFFICER), scope, null, "");
    Set<Long> expected = new TreeSet<>();
    for (Firm firm : world.firms) {
      if (isInScope(world, grants, day, firm)) {
        expected.add(firm.id);
      }
    }
    String drawn = "day %s, grants %s, delegations %s".formatted(day, grants, world.delegations);

    actor.run(
        () ->
            transactions.executeWithoutResult(
                status -> {
                  assertThat(ids(app, "select id from enterprises.enterprise"))
                      .as(drawn)
                      .isEqualTo(expected);
                  assertThat(ids(app, "select enterprise_id from hazards.source"))
                      .as(drawn)
                      .isEqualTo(expected);
                  assertThat(ids(app, "select enterprise_id from hazards.site"))
                      .as(drawn)
                      .isEqualTo(expected);
                  status.setRollbackOnly();
                }));
    Firm firm = world.firms.get(random.nextInt(world.firms.size()));
    boolean mine = expected.contains(firm.id);
    write(actor, app, transactions, world, grants, day, firm, mine, drawn);
  }

  private void write(
      Actor actor,
      JdbcClient app,
      TransactionTemplate transactions,
      World world,
      List<ScopeGrant> grants,
      LocalDate day,
      Firm firm,
      boolean mine,
      String drawn) {
    int changed =
        tried(
            actor,
            transactions,
            () ->
                app.sql("update enterprises.enterprise set address = 'x' where id = ?")
                    .param(firm.id)
                    .update());
    assertThat(changed).as("change of %s, %s", firm, drawn).isEqualTo(mine ? 1 : 0);

    DivisionCode target = world.tree.get(random.nextInt(world.tree.size()));
    boolean mayMove = mine && isInScope(world, grants, day, new Firm(firm.id, target, firm.sector));
    int moved =
        tried(
            actor,
            transactions,
            () ->
                app.sql("update enterprises.enterprise set division_code = ? where id = ?")
                    .params(target.value(), firm.id)
                    .update());
    assertThat(moved == 1).as("move of %s to %s, %s", firm, target, drawn).isEqualTo(mayMove);
    assertThat(unitsAfterMove(actor, app, transactions, firm, target))
        .as("units of %s in %s after its move, %s", firm, target, drawn)
        .isEqualTo(mayMove ? 1 : 0);

    int added =
        tried(
            actor,
            transactions,
            () ->
                app.sql(
                        """
                        insert into enterprises.enterprise (credit_code, name, division_code, address, categories,
                          created_at, changed_at) values ('999999999999999999', 'n', ?, '', array[?], now(), now())
                        """)
                    .params(target.value(), firm.sector)
                    .update());
    assertThat(added == 1)
        .as("new firm in %s, %s", target, drawn)
        .isEqualTo(isInScope(world, grants, day, new Firm(-1, target, firm.sector)));

    int unit = tried(actor, transactions, () -> insertUnit(app, firm, firm.division));
    assertThat(unit == 1).as("new unit of %s, %s", firm, drawn).isEqualTo(mine);
    if (!target.equals(firm.division)) {
      int elsewhere = tried(actor, transactions, () -> insertUnit(app, firm, target));
      assertThat(elsewhere)
          .as("unit of %s said to be in %s, %s", firm, target, drawn)
          .isEqualTo(-1);
    }
  }

  /** How many of its units lie where the enterprise moved to; 0 when it could not move. */
  private static int unitsAfterMove(
      Actor actor,
      JdbcClient app,
      TransactionTemplate transactions,
      Firm firm,
      DivisionCode target) {
    int units =
        tried(
            actor,
            transactions,
            () ->
                app.sql("update enterprises.enterprise set division_code = ? where id = ?")
                            .params(target.value(), firm.id)
                            .update()
                        == 0
                    ? 0
                    : app.sql(
                            """
                            select count(*) from hazards.source where enterprise_id = ? and division_code = ?
                            """)
                        .params(firm.id, target.value())
                        .query(Integer.class)
                        .single());
    return Math.max(units, 0);
  }

  private static int insertUnit(JdbcClient app, Firm firm, DivisionCode division) {
    return app.sql(
            """
            insert into hazards.source (enterprise_id, division_code, name, kind, unit_kind) values (?, ?, 'new', 'HAZCHEM_UNIT', 'STORAGE')
            """)
        .params(firm.id, division.value())
        .update();
  }

  /** The number of rows that were written; -1 when the database refused. Always rolled back. */
  private static int tried(
      Actor actor, TransactionTemplate transactions, java.util.function.IntSupplier statement) {
    try {
      Integer rows =
          actor.call(
              () ->
                  transactions.execute(
                      status -> {
                        status.setRollbackOnly();
                        return statement.getAsInt();
                      }));
      return Objects.requireNonNull(rows);
    } catch (DataAccessException refused) {
      assertThat(refused.getMostSpecificCause().getMessage())
          .containsAnyOf("row-level security", "foreign key constraint \"unit_enterprise\"");
      return -1;
    }
  }

  /** From first principles: prefixes of the grants in effect, nothing else. */
  private static boolean isInScope(World world, List<ScopeGrant> grants, LocalDate day, Firm firm) {
    String code = firm.division.value();
    for (ScopeGrant grant : grants) {
      if (day.isBefore(grant.from()) || grant.to() != null && day.isAfter(grant.to())) {
        continue;
      }
      if (grant.enterpriseId() != null) {
        if (grant.enterpriseId() == firm.id) {
          return true;
        }
        continue;
      }
      if (!grant.sectors().isEmpty() && !grant.sectors().contains(firm.sector)) {
        continue;
      }
      Delegation given = delegationOf(world, day, code);
      DivisionCode division = grant.division();
      if (division == null) {
        if (given != null && Objects.equals(given.zoneId(), grant.zoneId())) {
          return true;
        }
      } else if (code.startsWith(division.prefix())
          && (division.level() != Level.DISTRICT || given == null)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Delegation delegationOf(World world, LocalDate day, String code) {
    for (Delegation d : world.delegations) {
      boolean inEffect = !day.isBefore(d.from()) && (d.to() == null || day.isBefore(d.to()));
      if (inEffect && code.startsWith(d.township().value())) {
        return d;
      }
    }
    return null;
  }

  private List<ScopeGrant> drawGrants(World world) {
    List<ScopeGrant> grants = new ArrayList<>();
    Set<String> sectors =
        random.nextInt(3) == 0 ? Set.of(SECTORS.get(random.nextInt(3))) : Set.of();
    for (int i = random.nextInt(4); i > 0; i--) {
      LocalDate from = FIRST_DAY.plusDays(random.nextInt(200));
      LocalDate to = random.nextBoolean() ? null : from.plusDays(random.nextInt(200));
      int kind = random.nextInt(5);
      if (kind == 0) {
        long firm = world.firms.get(random.nextInt(world.firms.size())).id;
        grants.add(new ScopeGrant(i, null, null, firm, null, Set.of(), from, to));
      } else if (kind == 1 && !world.zones.isEmpty()) {
        long zone = world.zones.get(random.nextInt(world.zones.size()));
        grants.add(new ScopeGrant(i, null, zone, null, null, sectors, from, to));
      } else {
        DivisionCode code = world.tree.get(random.nextInt(world.tree.size()));
        grants.add(new ScopeGrant(i, code, null, null, null, sectors, from, to));
      }
    }
    return grants;
  }

  private World build(TestDatabase database) {
    JdbcClient owner = JdbcClient.create(database.owner());
    List<DivisionCode> tree = new ArrayList<>();
    tree.add(new DivisionCode("370300"));
    for (int d = 1; d <= 2 + random.nextInt(3); d++) {
      String district = "3703%02d".formatted(d * (1 + random.nextInt(3)) + d);
      if (tree.stream().anyMatch(c -> c.value().equals(district))) {
        continue;
      }
      tree.add(new DivisionCode(district));
      for (int t = 1; t <= 1 + random.nextInt(4); t++) {
        String township = district + "%03d".formatted(t * (random.nextBoolean() ? 1 : 100));
        tree.add(new DivisionCode(township));
        for (int v = 0; v < random.nextInt(3); v++) {
          tree.add(new DivisionCode(township + "%03d".formatted(v == 0 ? 1 : 999)));
        }
      }
    }
    tree.add(new DivisionCode("370400"));
    tree.add(new DivisionCode("370402"));
    tree.add(new DivisionCode("370402001"));
    tree = new ArrayList<>(new TreeSet<>(tree));
    for (DivisionCode code : tree) {
      owner
          .sql(
              "insert into org.division (code, name, level, valid_from) values (?, ?, ?,"
                  + " '2020-01-01')")
          .params(code.value(), code.value(), code.level().name())
          .update();
    }
    List<Firm> firms = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      DivisionCode division = tree.get(random.nextInt(tree.size()));
      String sector = SECTORS.get(random.nextInt(3));
      long id =
          owner
              .sql(
                  """
                  with firm as (
                    insert into enterprises.enterprise (credit_code, name, division_code, address, categories, created_at,
                      changed_at) values (?, 'f', ?, '', array[?], now(), now()) returning id),
                  site as (
                    insert into hazards.site (enterprise_id, exposed_population, population_source, declared_at)
                    select id, 1, '', now() from firm)
                  insert into hazards.source (enterprise_id, division_code, name, kind, unit_kind)
                  select id, ?, 'u', 'HAZCHEM_UNIT', 'STORAGE' from firm returning enterprise_id
                  """)
              .params("%018d".formatted(i), division.value(), sector, division.value())
              .query(Long.class)
              .single();
      firms.add(new Firm(id, division, sector));
    }
    return delegate(owner, tree, firms);
  }

  private World delegate(JdbcClient owner, List<DivisionCode> tree, List<Firm> firms) {
    List<DivisionCode> townships = tree.stream().filter(c -> c.level() == Level.TOWNSHIP).toList();
    List<Long> zones = new ArrayList<>();
    List<Delegation> delegations = new ArrayList<>();
    for (int z = 0; z < random.nextInt(3); z++) {
      zones.add(
          owner
              .sql(
                  """
                  insert into org.agency (name, kind, division_code, valid_from)
                  values (?, 'FUNCTIONAL_ZONE', ?, '2020-01-01') returning id
                  """)
              .params("zone " + z, townships.getFirst().value())
              .query(Long.class)
              .single());
    }
    for (DivisionCode township : townships) {
      if (!zones.isEmpty() && random.nextInt(3) == 0) {
        long zone = zones.get(random.nextInt(zones.size()));
        LocalDate from = FIRST_DAY.plusDays(random.nextInt(100));
        LocalDate to = random.nextBoolean() ? null : from.plusDays(1 + random.nextInt(150));
        delegations.add(new Delegation(zone, township, from, to));
      }
    }
    return new World(tree, firms, zones, delegations);
  }

  private static Set<Long> ids(JdbcClient app, String sql) {
    return new TreeSet<>(app.sql(sql).query(Long.class).list());
  }
}
