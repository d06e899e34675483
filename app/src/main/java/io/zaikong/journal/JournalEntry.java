package io.zaikong.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One act.
 *
 * @param act what was done, as a text key such as {@code hazards.import}
 * @param subject what it was done to: schema and table, such as {@code hazards.unit}
 * @param detail a JSON object in the database's own canonical form
 */
public record JournalEntry(
    long id,
    Instant at,
    long actorId,
    String actorName,
    String act,
    String subject,
    String subjectId,
    String divisionCode,
    @Nullable Long enterpriseId,
    String address,
    String detail) {}
