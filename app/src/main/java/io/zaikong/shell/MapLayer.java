package io.zaikong.shell;

/**
 * Points on the map; a capability contributes one as a bean. The address answers GeoJSON in WGS-84
 * to those who may see it; every feature carries {@code name}, and where there is one {@code href}
 * (its record), {@code state} (a word in the reader's language) and {@code tone} (the lower-case
 * name of a {@link Tone}).
 *
 * @param name unique, lower case
 * @param order small first
 * @param shownAtFirst whether it is switched on when the map opens
 */
public record MapLayer(String name, int order, String textKey, String url, boolean shownAtFirst) {}
