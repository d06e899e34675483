package io.zaikong.shell;

import java.time.Instant;

/**
 * One act on a record's timeline.
 *
 * @param act what was done, in the reader's words
 * @param note what was said with it; empty when nothing was
 */
public record TimelineEntry(Instant at, String who, String act, String note) {}
