package io.zaikong.filings;

import io.zaikong.documents.Owner;
import io.zaikong.filings.FilingRules.Item;
import java.util.List;

/**
 * An item of a filing's archive and what there is of it.
 *
 * @param isProvidedBySystem the worksheet or the assessment's report stands for it
 * @param notApplicable why it does not apply; empty when it does
 * @param fault what the bureau found wanting; empty when nothing
 */
public record Content(
    Item item, List<File> files, boolean isProvidedBySystem, String notApplicable, String fault) {

  static final String SUBJECT = "filings.content";

  /**
   * A standing attachment.
   *
   * @param isCarried it was filed with an earlier version
   */
  public record File(long id, String name, long sizeByte, boolean isCarried) {}

  public Content {
    files = List.copyOf(files);
  }

  public boolean isProvided() {
    return isProvidedBySystem || !files.isEmpty();
  }

  public boolean isMissing() {
    return item.required() && !isProvided() && notApplicable.isEmpty();
  }

  static Owner owner(Filing filing, int no) {
    return filing.source().owner(SUBJECT, filing.id() + "." + no);
  }
}
