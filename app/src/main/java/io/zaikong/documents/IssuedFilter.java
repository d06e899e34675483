package io.zaikong.documents;

import org.jspecify.annotations.Nullable;

/**
 * Which issued documents; what is null does not limit.
 *
 * @param text part of the number or the title
 */
public record IssuedFilter(@Nullable String kind, @Nullable String text) {}
