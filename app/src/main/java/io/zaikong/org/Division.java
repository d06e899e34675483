package io.zaikong.org;

import io.zaikong.kit.DivisionCode;

/** An administrative division (行政区划) as it stands today. */
public record Division(DivisionCode code, String name) {}
