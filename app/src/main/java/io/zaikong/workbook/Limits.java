package io.zaikong.workbook;

/**
 * How large a workbook may be.
 *
 * @param fileBytes of the file as it is uploaded
 * @param entries parts in the container
 * @param unpackedBytes of one part, and of all parts together
 * @param ratio unpacked to packed bytes of a part, beyond its first {@link #FREE_BYTES}
 * @param rows rows with any content, in one sheet
 * @param columns the last column that may have content
 * @param strings shared strings
 * @param stringChars characters of all shared strings together
 */
record Limits(
    int fileBytes,
    int entries,
    long unpackedBytes,
    int ratio,
    int rows,
    int columns,
    int strings,
    long stringChars) {

  /** A part this small may be packed as tightly as it likes. */
  static final long FREE_BYTES = 1 << 20;

  /** Characters in one cell; Excel's own limit. */
  static final int CELL_CHARS = 32_767;

  /** Excel's last row. */
  static final int LAST_ROW = 1_048_576;

  static final int SHEETS = 200;

  static final Limits DEFAULT =
      new Limits(20 << 20, 2_000, 200L << 20, 200, 200_000, 200, 1_000_000, 32L << 20);
}
