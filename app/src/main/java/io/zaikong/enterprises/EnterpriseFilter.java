package io.zaikong.enterprises;

import io.zaikong.kit.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * Which enterprises to show; null means all. {@code text} is a part of the name or the whole code.
 */
public record EnterpriseFilter(
    @Nullable DivisionCode division, @Nullable Sector sector, @Nullable String text) {}
