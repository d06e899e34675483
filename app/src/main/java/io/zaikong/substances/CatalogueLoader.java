package io.zaikong.substances;

import io.zaikong.calc.substance.Catalogue;
import io.zaikong.calc.substance.CatalogueEntry;
import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Scope;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings each packaged catalogue in once; what the bureau has changed is left as it is. */
@Service
public class CatalogueLoader {

  private static final Actor LOADER = Actor.system("packaged catalogue", Scope.everywhere());

  private final Substances substances;
  private final SubstanceStore store;
  private final Journal journal;
  private final TransactionTemplate transactions;
  private final Clock clock;

  CatalogueLoader(
      Substances substances,
      SubstanceStore store,
      Journal journal,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.substances = substances;
    this.store = store;
    this.journal = journal;
    this.transactions = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** Does nothing when it is there; in a transaction of its own. */
  @EventListener(ApplicationReadyEvent.class)
  public void load() {
    LOADER.run(
        () ->
            transactions.executeWithoutResult(
                status -> {
                  if (!store.isLoaded(Catalogue.VERSION)) {
                    load(Catalogue.packaged().listAll(), Catalogue.VERSION);
                  }
                }));
  }

  /** In the caller's transaction. */
  void load(List<CatalogueEntry> packaged, String release) {
    Map<String, SubstanceVersion> standing =
        store.listStanding().stream()
            .collect(Collectors.toMap(SubstanceVersion::number, Function.identity()));
    List<SubstanceVersion> added = new ArrayList<>();
    for (CatalogueEntry entry : packaged) {
      SubstanceVersion present = standing.get(entry.number());
      if (present == null) {
        added.add(version(entry, 1, release));
      } else if (!present.release().isEmpty() && !present.entry().equals(entry)) {
        added.add(version(entry, present.version() + 1, release));
      }
    }
    store.insertRelease(release, packaged.size(), clock.instant());
    store.insertAll(added);
    journal.record(
        "substances.load",
        new Subject("substances.release", release, Actor.getCurrent().home(), null),
        Map.of("rows", packaged.size(), "written", added.size()));
  }

  private SubstanceVersion version(CatalogueEntry entry, int version, String release) {
    return new SubstanceVersion(
        version,
        entry,
        entry.facts().verified() ? SubstanceConfidence.SOURCED : SubstanceConfidence.RECALLED,
        substances.isIncomplete(entry.facts()),
        release,
        "",
        Actor.getCurrent().name(),
        clock.instant());
  }
}
