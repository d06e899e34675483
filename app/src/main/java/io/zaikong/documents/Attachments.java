package io.zaikong.documents;

import io.zaikong.documents.Attachment.Removal;
import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Settings;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files attached to records. Who may attach to which record, and whether he sees it, the record's
 * capability has decided before it calls.
 */
@Service
public class Attachments {

  /** Megabytes that a file may have: setting, and its value until set. */
  static final String LIMIT = "documents.attachment_max_mb";

  /** As much as the server takes in one upload (spring.servlet.multipart.max-file-size). */
  static final int LARGEST_MB = 20;

  private static final int MB = 1 << 20;
  private static final int LONGEST = 200;

  private final AttachmentStore store;
  private final ContentStore contents;
  private final Settings settings;
  private final Journal journal;
  private final Clock clock;

  Attachments(
      AttachmentStore store,
      ContentStore contents,
      Settings settings,
      Journal journal,
      Clock clock) {
    this.store = store;
    this.contents = contents;
    this.settings = settings;
    this.journal = journal;
    this.clock = clock;
  }

  /** An attachment and its bytes. */
  public record Opened(Attachment attachment, byte[] bytes) {}

  /** Standing ones first, newest first. */
  @Transactional(readOnly = true)
  public List<Attachment> listOf(Owner owner) {
    return store.listOf(owner.subject(), owner.id());
  }

  @Transactional(readOnly = true)
  public int maxMb() {
    return settings.find(LIMIT).map(Integer::valueOf).orElse(LARGEST_MB);
  }

  @Transactional
  public Outcome<Integer> setMaxMb(String value) {
    if (!value.strip().matches("\\d{1,2}")
        || Integer.parseInt(value.strip()) < 1
        || Integer.parseInt(value.strip()) > LARGEST_MB) {
      return Outcome.refused("max", "documents.limit.refused", Integer.toString(LARGEST_MB));
    }
    settings.put(LIMIT, value.strip());
    journal.record(
        "attachment.limit",
        new Subject("shell.setting", LIMIT, Actor.getCurrent().home(), null),
        Map.of("mb", value.strip()));
    return Outcome.done(Integer.valueOf(value.strip()));
  }

  /**
   * Keeps a file that one of the {@link FileType}s is recognized in.
   *
   * @param purpose what it is for, in the person's words
   * @param name as the sender gives it
   */
  @Transactional
  public Outcome<Attachment> add(Owner owner, String purpose, String name, byte[] content) {
    int max = maxMb();
    if (content.length == 0) {
      return Outcome.refused("file", "documents.attachment.empty");
    }
    if (content.length > (long) max * MB) {
      return Outcome.refused("file", "documents.attachment.large", Integer.toString(max));
    }
    if (purpose.strip().length() > LONGEST) {
      return Outcome.refused("purpose", "documents.too_long", Integer.toString(LONGEST));
    }
    Optional<FileType> type = FileType.of(content);
    if (type.isEmpty()) {
      return Outcome.refused("file", "documents.attachment.type");
    }
    String clean = FileNames.clean(name);
    String extension = FileNames.extension(clean);
    if (!type.get().fits(extension)) {
      return Outcome.refused(
          "file", "documents.attachment.mismatch", extension, type.get().extension());
    }
    String shown = extension.isEmpty() ? clean + "." + type.get().extension() : clean;
    String sha256 = contents.put(content);
    long id =
        store.insert(
            owner,
            purpose.strip(),
            shown,
            type.get(),
            content.length,
            sha256,
            Actor.getCurrent(),
            clock.instant());
    journal.record(
        "attachment.add",
        owner.journalSubject(),
        Map.of("attachment", id, "name", shown, "sha256", sha256));
    return Outcome.done(store.find(id).orElseThrow());
  }

  /** The file to read; that it was opened is written down. */
  @Transactional
  public Optional<Opened> open(long id) {
    return store
        .find(id)
        .map(
            attachment -> {
              journal.record(
                  "attachment.read",
                  subject(attachment),
                  Map.of("attachment", id, "name", attachment.name()));
              return new Opened(attachment, contents.get(attachment.sha256()));
            });
  }

  /** Marks it removed with the reason; the file is kept. */
  @Transactional
  public Outcome<Attachment> remove(Owner owner, long id, String reason) {
    if (reason.isBlank()) {
      return Outcome.refused("reason", "documents.attachment.reason");
    }
    if (reason.strip().length() > LONGEST) {
      return Outcome.refused("reason", "documents.too_long", Integer.toString(LONGEST));
    }
    Optional<Attachment> found =
        store
            .find(id)
            .filter(a -> a.subject().equals(owner.subject()) && a.subjectId().equals(owner.id()));
    Removal removal = new Removal(clock.instant(), Actor.getCurrent().name(), reason.strip());
    if (found.isEmpty() || !store.remove(id, removal)) {
      return Outcome.refused("", "documents.attachment.gone");
    }
    journal.record(
        "attachment.remove",
        owner.journalSubject(),
        Map.of("attachment", id, "name", found.get().name(), "reason", reason.strip()));
    return Outcome.done(store.find(id).orElseThrow());
  }

  private static Subject subject(Attachment attachment) {
    return new Subject(
        attachment.subject(),
        attachment.subjectId(),
        attachment.division(),
        attachment.enterpriseId());
  }
}
