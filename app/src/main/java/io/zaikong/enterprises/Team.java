package io.zaikong.enterprises;

import org.jspecify.annotations.Nullable;

/**
 * A team (班组).
 *
 * @param workshopId null for a team of no workshop
 */
public record Team(long id, @Nullable Long workshopId, String name) {}
