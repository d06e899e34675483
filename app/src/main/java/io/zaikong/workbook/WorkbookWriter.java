package io.zaikong.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/** Writes a workbook to a stream, one sheet after another; rows leave memory as they come. */
public final class WorkbookWriter implements AutoCloseable {

  private final Workbook workbook;

  /** The stream is not closed. */
  public WorkbookWriter(OutputStream out) {
    this.workbook = new Workbook(out, "Zaikong", "1.0");
  }

  /**
   * Begins a sheet; the one before must be finished.
   *
   * @param rows how many rows a list of choices is offered for
   */
  public SheetWriter sheet(String title, List<SheetColumn> columns, int rows) {
    return new SheetWriter(workbook.newWorksheet(title), columns, rows);
  }

  /** Finishes the workbook. */
  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
