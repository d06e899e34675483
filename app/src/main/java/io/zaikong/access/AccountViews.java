package io.zaikong.access;

import io.zaikong.access.AccountView.ScopeRow;
import io.zaikong.journal.Journal;
import io.zaikong.journal.JournalEntry;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Account;
import io.zaikong.org.Accounts;
import io.zaikong.org.Agencies;
import io.zaikong.org.Agencies.Agency;
import io.zaikong.org.Agencies.Kind;
import io.zaikong.org.Agencies.Wanted;
import io.zaikong.org.Division;
import io.zaikong.org.Divisions;
import io.zaikong.org.EnterpriseNames;
import io.zaikong.org.ScopeGrant;
import io.zaikong.org.SectorNames;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Form;
import io.zaikong.shell.Role;
import io.zaikong.shell.Texts;
import io.zaikong.shell.TimelineEntry;
import io.zaikong.shell.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Gathers what an account's page shows. */
@Component
class AccountViews {

  private final Accounts accounts;
  private final AccountDesk desk;
  private final Divisions divisions;
  private final Agencies agencies;
  private final EnterpriseNames enterprises;
  private final SectorNames sectors;
  private final Journal journal;
  private final Texts texts;

  AccountViews(
      Accounts accounts,
      AccountDesk desk,
      Divisions divisions,
      Agencies agencies,
      EnterpriseNames enterprises,
      SectorNames sectors,
      Journal journal,
      Texts texts) {
    this.accounts = accounts;
    this.desk = desk;
    this.divisions = divisions;
    this.agencies = agencies;
    this.enterprises = enterprises;
    this.sectors = sectors;
    this.journal = journal;
    this.texts = texts;
  }

  /** The page, with one of its forms as it was refused. */
  AccountView of(Account account, String part, Form form, Locale locale) {
    Words words = texts.in(locale);
    Actor actor = Actor.getCurrent();
    List<ScopeRow> scopes =
        accounts.listScopes(account.id()).stream()
            .map(s -> new ScopeRow(s, name(s), names(s, words), s.isInEffect(desk.today())))
            .toList();
    List<TimelineEntry> timeline =
        journal.listFor("org.account", Long.toString(account.id()), 50).stream()
            .map(e -> entry(e, words))
            .toList();
    return new AccountView(
        account,
        desk.stateOf(account),
        name(account.division()),
        scopes,
        actor.hasAny(Role.SECURITY_ADMINISTRATOR) ? zones() : Map.of(),
        sectors.textKeys(),
        timeline,
        actor.hasAny(Role.SECURITY_ADMINISTRATOR),
        actor.hasAny(Role.SYSTEM_ADMINISTRATOR),
        part,
        form);
  }

  /** With an empty first choice, as a select wants them. */
  private Map<String, String> zones() {
    Map<String, String> zones = new LinkedHashMap<>();
    zones.put("", "");
    agencies
        .list(new Wanted(Kind.FUNCTIONAL_ZONE, null, null), 0, 1_000)
        .forEach(zone -> zones.put(Long.toString(zone.id()), zone.name()));
    return zones;
  }

  private List<String> names(ScopeGrant grant, Words words) {
    Map<String, String> keys = sectors.textKeys();
    return keys.keySet().stream()
        .filter(grant.sectors()::contains)
        .map(sector -> words.text(keys.getOrDefault(sector, sector)))
        .toList();
  }

  private String name(ScopeGrant grant) {
    DivisionCode division = grant.division();
    if (division != null) {
      return name(division);
    }
    Long enterprise = grant.enterpriseId();
    if (enterprise != null) {
      return enterprises.find(enterprise).orElse(enterprise.toString());
    }
    Long zone = grant.zoneId();
    return zone == null ? "" : agencies.find(zone).map(Agency::name).orElse(zone.toString());
  }

  private String name(DivisionCode code) {
    return divisions.find(code).map(Division::name).orElse("") + " " + code.value();
  }

  private static TimelineEntry entry(JournalEntry entry, Words words) {
    String key = "act." + entry.act();
    return new TimelineEntry(
        entry.at(), entry.actorName(), words.has(key) ? words.text(key) : entry.act(), "");
  }
}
