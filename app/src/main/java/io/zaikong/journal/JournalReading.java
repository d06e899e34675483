package io.zaikong.journal;

import io.zaikong.journal.Journal.Subject;
import io.zaikong.shell.Actor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The auditor's reading of the journal, which is an act itself. */
@Service
class JournalReading {

  private static final String READ = "journal.read";

  private final JournalStore store;
  private final BlockStore blocks;
  private final Journal journal;

  JournalReading(JournalStore store, BlockStore blocks, Journal journal) {
    this.store = store;
    this.blocks = blocks;
    this.journal = journal;
  }

  /** A part of the journal, and the last block as it stands. */
  record Part(List<JournalEntry> entries, long total, Block head) {}

  @Transactional
  Part list(JournalFilter filter, long offset, int limit) {
    Part part =
        new Part(
            store.list(filter, offset, limit),
            store.count(filter),
            blocks.findLast().orElse(Block.GENESIS));
    record("", describe(filter));
    return part;
  }

  @Transactional
  Optional<JournalEntry> find(long id) {
    Optional<JournalEntry> entry = store.find(id);
    entry.ifPresent(e -> record(Long.toString(e.id()), Map.of()));
    return entry;
  }

  private void record(String id, Map<String, String> detail) {
    Actor reader = Actor.getCurrent();
    journal.record(READ, new Subject("journal.entry", id, reader.home(), null), detail);
  }

  private static Map<String, String> describe(JournalFilter filter) {
    Map<String, String> detail = new TreeMap<>();
    put(detail, "actor", filter.actor());
    put(detail, "act", filter.act());
    put(detail, "from", filter.from());
    put(detail, "to", filter.to());
    return detail;
  }

  private static void put(Map<String, String> detail, String name, @Nullable Object value) {
    if (value != null) {
      detail.put(name, value.toString());
    }
  }
}
