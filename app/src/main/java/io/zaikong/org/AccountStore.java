package io.zaikong.org;

import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Account.PasskeyRule;
import io.zaikong.org.ScopeGrant.Delegation;
import io.zaikong.shell.Role;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountStore {

  private static final String ACCOUNTS =
      """
      select a.*, p.name as person_name,
        array(select r.role from org.account_role r where r.account_id = a.id
              and r.valid_from <= :day and (r.valid_to is null or r.valid_to >= :day)) as roles
      from org.account a join org.person p on p.id = a.person_id
      """;

  private final JdbcClient jdbc;

  AccountStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Account> find(String username, LocalDate day) {
    return jdbc.sql(ACCOUNTS + "where a.username = :username")
        .param("day", day)
        .param("username", username)
        .query(AccountStore::account)
        .optional();
  }

  Optional<Account> find(long id, LocalDate day) {
    return jdbc.sql(ACCOUNTS + "where a.id = :id")
        .param("day", day)
        .param("id", id)
        .query(AccountStore::account)
        .optional();
  }

  List<Account> list(boolean withoutRoleOnly, LocalDate day, long offset, int limit) {
    return jdbc.sql(
            "select * from ("
                + ACCOUNTS
                + """
                ) as account
                where not :without or roles = '{}' and closed_at is null
                order by username offset :offset limit :limit
                """)
        .param("day", day)
        .param("without", withoutRoleOnly)
        .param("offset", offset)
        .param("limit", limit)
        .query(AccountStore::account)
        .list();
  }

  List<Account> search(String text, LocalDate day, int limit) {
    return jdbc.sql(
            ACCOUNTS
                + """
                where a.closed_at is null and (starts_with(a.username, :text) or position(:text in p.name) > 0)
                order by a.username limit :limit
                """)
        .param("day", day)
        .param("text", text)
        .param("limit", limit)
        .query(AccountStore::account)
        .list();
  }

  long count(boolean withoutRoleOnly, LocalDate day) {
    return jdbc.sql(
            """
            select count(*) from org.account a where not :without or a.closed_at is null and not exists (
              select from org.account_role r where r.account_id = a.id
                and r.valid_from <= :day and (r.valid_to is null or r.valid_to >= :day))
            """)
        .param("day", day)
        .param("without", withoutRoleOnly)
        .query(Long.class)
        .single();
  }

  /** Empty when the name is taken. */
  Optional<Long> insert(
      String username, String personName, String phone, DivisionCode division, Instant at) {
    return jdbc.sql(
            """
            with person as (
              insert into org.person (name, phone, division_code) values (:name, :phone, :division) returning id)
            insert into org.account (username, person_id, division_code, created_at)
            select :username, id, :division, :at from person
            on conflict (username) do nothing
            returning id
            """)
        .param("name", personName)
        .param("phone", phone)
        .param("division", division.value())
        .param("username", username)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .optional();
  }

  void replaceRoles(long accountId, Set<Role> roles, LocalDate day) {
    jdbc.sql(
            """
            update org.account_role set valid_to = greatest(valid_from, :day) - 1
            where account_id = :id and (valid_to is null or valid_to >= :day) and role <> all (:roles::text[])
            """)
        .param("id", accountId)
        .param("day", day)
        .param("roles", names(roles))
        .update();
    jdbc.sql(
            """
            insert into org.account_role (account_id, role, valid_from)
            select :id, role, :day from unnest(:roles::text[]) as role
            where not exists (select from org.account_role r where r.account_id = :id and r.role = role
                              and (r.valid_to is null or r.valid_to >= :day))
            on conflict (account_id, role, valid_from) do update set valid_to = null
            """)
        .param("id", accountId)
        .param("day", day)
        .param("roles", names(roles))
        .update();
  }

  List<ScopeGrant> listScopes(long accountId) {
    return jdbc.sql("select * from org.account_scope where account_id = ? order by id")
        .param(accountId)
        .query(AccountStore::scope)
        .list();
  }

  List<Delegation> listDelegations() {
    return jdbc.sql("select zone_id, township_code, valid_from, valid_to from org.delegation")
        .query(
            (row, number) ->
                new Delegation(
                    row.getLong("zone_id"),
                    new DivisionCode(row.getString("township_code")),
                    row.getObject("valid_from", LocalDate.class),
                    row.getObject("valid_to", LocalDate.class)))
        .list();
  }

  /** One who changes the account's scopes waits for another who does. */
  void lock(long id) {
    jdbc.sql("select id from org.account where id = ? for update").param(id).query().listOfRows();
  }

  boolean isZoneInTerritory(long zoneId) {
    return jdbc.sql("select org.zone_in_territory(?)").param(zoneId).query(Boolean.class).single();
  }

  /** One who takes an administrator's rights waits for another who does. */
  void lockAdministrators() {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('org.administrators'))").query().listOfRows();
  }

  /**
   * Accounts that hold a role for the city with no end set: open, with the role, and with the city
   * in a scope other than the one left out.
   *
   * @param leftOut 0 for none
   */
  List<Long> listForCity(Role role, DivisionCode city, LocalDate day, long leftOut) {
    return jdbc.sql(
            """
            select a.id from org.account a
            where a.closed_at is null
              and exists (select from org.account_role r where r.account_id = a.id and r.role = :role
                and r.valid_from <= :day and r.valid_to is null)
              and exists (select from org.account_scope s where s.account_id = a.id and s.division_code = :city
                and s.valid_from <= :day and s.valid_to is null and s.id <> :out)
            """)
        .param("role", role.name())
        .param("city", city.value())
        .param("day", day)
        .param("out", leftOut)
        .query(Long.class)
        .list();
  }

  void insertScope(long accountId, ScopeGrant grant) {
    DivisionCode division = grant.division();
    jdbc.sql(
            """
            insert into org.account_scope (account_id, division_code, zone_id, enterprise_id, assignment, sectors,
              valid_from, valid_to)
            values (?, ?, ?, ?, ?, ?::text[], ?, ?)
            """)
        .param(accountId)
        .param(division == null ? null : division.value())
        .param(grant.zoneId())
        .param(grant.enterpriseId())
        .param(grant.assignment())
        .param(grant.sectors().toArray(String[]::new))
        .param(grant.from())
        .param(grant.to())
        .update();
  }

  void endScope(long accountId, long scopeId, LocalDate lastDay) {
    jdbc.sql(
            """
            update org.account_scope set valid_to = greatest(valid_from - 1, ?)
            where account_id = ? and id = ? and (valid_to is null or valid_to > ?)
            """)
        .params(lastDay, accountId, scopeId, lastDay)
        .update();
  }

  void updatePassword(long id, String hash, boolean mustChange, Instant at) {
    jdbc.sql(
            """
            update org.account set password_hash = ?, must_change_password = ?, password_changed_at = ?,
              failed_logins = 0, locked_until = null where id = ?
            """)
        .params(hash, mustChange, at.atOffset(ZoneOffset.UTC), id)
        .update();
  }

  void updatePasskeyRule(long id, PasskeyRule rule) {
    jdbc.sql("update org.account set passkey_rule = ? where id = ?")
        .params(rule.name(), id)
        .update();
  }

  void updateFailures(long id, int failures, @Nullable Instant lockedUntil) {
    jdbc.sql("update org.account set failed_logins = ?, locked_until = ? where id = ?")
        .param(failures)
        .param(lockedUntil == null ? null : lockedUntil.atOffset(ZoneOffset.UTC))
        .param(id)
        .update();
  }

  void close(long id, Instant at) {
    jdbc.sql("update org.account set closed_at = coalesce(closed_at, ?) where id = ?")
        .params(at.atOffset(ZoneOffset.UTC), id)
        .update();
  }

  private static String[] names(Set<Role> roles) {
    return roles.stream().map(Role::name).toArray(String[]::new);
  }

  private static Account account(ResultSet row, int number) throws SQLException {
    return new Account(
        row.getLong("id"),
        row.getString("username"),
        row.getString("person_name"),
        new DivisionCode(row.getString("division_code")),
        row.getString("password_hash"),
        instant(row, "password_changed_at"),
        row.getBoolean("must_change_password"),
        PasskeyRule.valueOf(row.getString("passkey_rule")),
        row.getInt("failed_logins"),
        instant(row, "locked_until"),
        row.getObject("closed_at") != null,
        strings(row.getArray("roles")).stream().map(Role::valueOf).collect(Collectors.toSet()));
  }

  private static ScopeGrant scope(ResultSet row, int number) throws SQLException {
    String division = row.getString("division_code");
    return new ScopeGrant(
        row.getLong("id"),
        division == null ? null : new DivisionCode(division),
        row.getObject("zone_id", Long.class),
        row.getObject("enterprise_id", Long.class),
        row.getString("assignment"),
        strings(row.getArray("sectors")),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class));
  }

  private static Set<String> strings(Array array) throws SQLException {
    return Arrays.stream((String[]) array.getArray()).collect(Collectors.toSet());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
