package io.zaikong.org.web;

import io.zaikong.journal.Journal;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Agencies;
import io.zaikong.org.Agencies.Agency;
import io.zaikong.org.Agencies.DelegatedTownship;
import io.zaikong.org.Agencies.Holding;
import io.zaikong.org.Agencies.Kind;
import io.zaikong.org.Agencies.Post;
import io.zaikong.org.Divisions;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Form;
import io.zaikong.shell.Role;
import io.zaikong.shell.Texts;
import io.zaikong.shell.TimelineEntry;
import io.zaikong.shell.Words;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gathers what an agency's page shows. */
@Component
class AgencyViews {

  private final Agencies agencies;
  private final Divisions divisions;
  private final Journal journal;
  private final Texts texts;
  private final Days days;

  AgencyViews(Agencies agencies, Divisions divisions, Journal journal, Texts texts, Days days) {
    this.agencies = agencies;
    this.divisions = divisions;
    this.journal = journal;
    this.texts = texts;
    this.days = days;
  }

  /** A township of a functional zone by its name. */
  record Township(DelegatedTownship delegation, String name) {}

  /**
   * An agency's page.
   *
   * @param mayChange whether the reader keeps it
   * @param part the form that was refused; empty when none was
   */
  record View(
      Agency agency,
      String place,
      boolean isInEffect,
      Optional<Agency> parent,
      List<Agency> offices,
      List<Post> posts,
      List<Holding> holdings,
      List<Township> townships,
      List<TimelineEntry> timeline,
      boolean mayChange,
      LocalDate today,
      String part,
      Form form) {

    /** The form of a part of the page: as it was refused, or fresh. */
    Form formOf(String wanted, Map<String, String> fresh) {
      return wanted.equals(part) ? form : Form.of(fresh);
    }

    /** Whether the refused form is on the page, with its fault beside the field. */
    boolean showsForm() {
      return mayChange
          && switch (part) {
            case "post", "close" -> true;
            case "appoint" -> !posts.isEmpty();
            case "townships", "delegate" -> isZone();
            default -> false;
          };
    }

    boolean isZone() {
      return agency.kind() == Kind.FUNCTIONAL_ZONE;
    }

    /** The posts to appoint to, by number. */
    Map<String, String> choices() {
      Map<String, String> choices = new LinkedHashMap<>();
      posts.forEach(p -> choices.put(Long.toString(p.id()), p.title()));
      return choices;
    }

    String title(Holding holding) {
      return posts.stream()
          .filter(p -> p.id() == holding.postId())
          .map(Post::title)
          .findFirst()
          .orElse("");
    }

    /** The day from which the holder of a post has it. */
    Optional<LocalDate> since(Post post) {
      return holdings.stream()
          .filter(h -> h.postId() == post.id() && h.to() == null)
          .map(Holding::from)
          .findFirst();
    }
  }

  /** The page, with one of its forms as it was refused. */
  View of(Agency agency, String part, Form form, Locale locale) {
    Words words = texts.in(locale);
    List<DelegatedTownship> delegations = agencies.listDelegations(agency.id());
    Map<String, String> names =
        divisions.names(
            Stream.concat(
                    Stream.of(agency.division()),
                    delegations.stream().map(DelegatedTownship::township))
                .map(DivisionCode::value)
                .toList());
    Long parentId = agency.parentId();
    List<TimelineEntry> timeline =
        journal.listFor("org.agency", Long.toString(agency.id()), 50).stream()
            .map(e -> new TimelineEntry(e.at(), e.actorName(), words.text("act." + e.act()), ""))
            .toList();
    return new View(
        agency,
        names.getOrDefault(agency.division().value(), "") + " " + agency.division().value(),
        agency.isInEffect(days.today()),
        parentId == null ? Optional.empty() : agencies.find(parentId),
        agencies.listOffices(agency.id()),
        agencies.listPosts(agency.id()),
        agencies.listHoldings(agency.id()),
        delegations.stream()
            .map(
                d ->
                    new Township(d, names.getOrDefault(d.township().value(), d.township().value())))
            .toList(),
        timeline,
        Actor.getCurrent().hasAny(Role.SYSTEM_ADMINISTRATOR) && agency.to() == null,
        days.today(),
        part,
        form);
  }
}
