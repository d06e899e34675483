package io.zaikong.access;

import io.zaikong.org.Account;
import io.zaikong.org.ScopeGrant;
import io.zaikong.shell.Form;
import io.zaikong.shell.Role;
import io.zaikong.shell.TimelineEntry;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An account's page.
 *
 * @param zones the functional zones that can be given, by number
 * @param sectors the text keys of all sectors, by sector
 * @param maySecure whether the reader gives roles and scopes
 * @param mayManage whether the reader closes it and resets its password
 * @param part the form that was refused; empty when none was
 * @param form what was typed there and what is wrong with it
 */
public record AccountView(
    Account account,
    AccountState state,
    String place,
    List<ScopeRow> scopes,
    Map<String, String> zones,
    Map<String, String> sectors,
    List<TimelineEntry> timeline,
    boolean maySecure,
    boolean mayManage,
    String part,
    Form form) {

  /** A scope with the name of what it gives. */
  public record ScopeRow(ScopeGrant grant, String name, List<String> sectors, boolean isInEffect) {}

  /** The form of a part of the page: as it was refused, or empty. */
  public Form formOf(String wanted) {
    return wanted.equals(part) ? form : Form.empty();
  }

  /** The roles to tick: those that were refused, else those that the account has. */
  public boolean isTicked(Role role) {
    return part.equals("roles")
        ? Set.of(form.value("role").split(",")).contains(role.name())
        : account.roles().contains(role);
  }

  /** Whether a sector was ticked in the form that was refused. */
  public boolean isSectorTicked(String sector) {
    return Set.of(formOf("grant").value("sectors").split(",")).contains(sector);
  }

  public boolean isOpen() {
    return state != AccountState.CLOSED;
  }
}
