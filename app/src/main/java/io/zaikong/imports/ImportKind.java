package io.zaikong.imports;

import io.zaikong.imports.ImportReport.Count;
import io.zaikong.shell.Actor;
import io.zaikong.workbook.Workbook;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * What a workbook is about and how it is taken in; a capability contributes one as a bean. Its
 * texts are {@code KEY.import} (the page's title) and, below that, {@code advice}, {@code file},
 * {@code none}, {@code things}, {@code running}, {@code found}, {@code all}, {@code good}, {@code
 * choice}, {@code result}; its acts in the journal are {@code KEY.check}, {@code KEY.import},
 * {@code KEY.discard}.
 */
public interface ImportKind {

  /** Small letters, as in the page's address. */
  String key();

  /** Whether this actor may take such a workbook in. */
  boolean isFor(Actor actor);

  /** The page that lists what was imported, and its text key. */
  Result result();

  /** Where what was imported is seen. */
  record Result(String href, String textKey) {}

  /** Titles, choices and instructions, no rows. */
  byte[] template();

  /** A filled one with made-up data. */
  byte[] sample();

  /** Holds the workbook against the register, in the caller's transaction; stores nothing. */
  Checked check(Workbook workbook);

  /** What a check found, what would come of it, and the way to take in what is good. */
  record Checked(ImportReport report, Preview preview, Taking taking) {

    /** Of a kind that shows no preview. */
    public Checked(ImportReport report, Taking taking) {
      this(report, Preview.NONE, taking);
    }
  }

  /** Stores what was found good, in the caller's transaction. */
  @FunctionalInterface
  interface Taking {

    /**
     * @param progress is told how many steps are done
     * @return what was done
     */
    List<Count> importNow(IntConsumer progress);
  }
}
