package io.zaikong.enterprises.web;

import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.EnterpriseChange;
import io.zaikong.enterprises.EnterpriseRecords;
import io.zaikong.enterprises.EnterpriseRecords.Link;
import io.zaikong.enterprises.Enterprises;
import io.zaikong.enterprises.FieldChange;
import io.zaikong.enterprises.Structure;
import io.zaikong.enterprises.Structure.Parts;
import io.zaikong.kit.GeoPoint;
import io.zaikong.maps.Boundaries;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Role;
import io.zaikong.shell.Texts;
import io.zaikong.shell.TimelineEntry;
import io.zaikong.shell.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gathers what an enterprise's page shows. */
@Component
class EnterpriseViews {

  private static final int ACTS_SHOWN = 200;

  private final Enterprises enterprises;
  private final Structure structure;
  private final ObjectProvider<EnterpriseRecords> records;
  private final PlaceNames places;
  private final Boundaries boundaries;
  private final Texts texts;

  EnterpriseViews(
      Enterprises enterprises,
      Structure structure,
      ObjectProvider<EnterpriseRecords> records,
      PlaceNames places,
      Boundaries boundaries,
      Texts texts) {
    this.enterprises = enterprises;
    this.structure = structure;
    this.records = records;
    this.places = places;
    this.boundaries = boundaries;
    this.texts = texts;
  }

  /**
   * An enterprise's page.
   *
   * @param misplaced whether its position lies outside the known boundary of its division
   * @param mayChange whether the actor may change the record
   */
  record View(
      Enterprise enterprise,
      String place,
      Parts parts,
      List<Link> links,
      List<TimelineEntry> timeline,
      boolean misplaced,
      boolean mayChange) {

    public boolean isMerged() {
      return enterprise.mergedInto() != null;
    }
  }

  View of(Enterprise enterprise, Locale locale) {
    Words words = texts.in(locale);
    return new View(
        enterprise,
        places.of(enterprise.division()),
        structure.of(enterprise.id()),
        records.orderedStream().flatMap(r -> r.listLinks(enterprise.id()).stream()).toList(),
        enterprises.listChanges(enterprise.id(), ACTS_SHOWN).stream()
            .map(change -> entry(change, words))
            .toList(),
        isMisplaced(enterprise),
        enterprise.mergedInto() == null
            && Actor.getCurrent().hasAny(Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER));
  }

  private boolean isMisplaced(Enterprise enterprise) {
    GeoPoint position = enterprise.position();
    return position != null && !boundaries.isInside(position, enterprise.division()).orElse(true);
  }

  Map<String, String> townships(String chosen) {
    return places.townships(chosen);
  }

  private static TimelineEntry entry(EnterpriseChange change, Words words) {
    String fields =
        change.fields().stream().map(f -> inWords(f, words)).collect(Collectors.joining("；"));
    return new TimelineEntry(
        change.at(),
        change.by(),
        words.text("act." + change.act()),
        (change.note() + " " + fields).strip());
  }

  private static String inWords(FieldChange change, Words words) {
    return words.text(
        "enterprise.changed",
        words.text(change.field().textKey()),
        change.before().isEmpty() ? "—" : change.before(),
        change.after().isEmpty() ? "—" : change.after());
  }
}
