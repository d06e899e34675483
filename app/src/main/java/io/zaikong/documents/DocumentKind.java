package io.zaikong.documents;

/**
 * A kind of document that a capability issues; contributed as a bean, so that its numbers can be
 * set up and it can be found.
 *
 * @param name such as {@code hazards.worksheet}
 * @param textKey its name in words
 */
public record DocumentKind(String name, String textKey) {}
