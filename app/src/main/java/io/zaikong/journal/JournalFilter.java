package io.zaikong.journal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which acts to show; null means all. Days are those of Asia/Shanghai, both included. */
public record JournalFilter(
    @Nullable String actor,
    @Nullable String act,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {}
