package io.zaikong.shell;

/**
 * The first start: the city, its bureau, and the first two administrators. Fields: link (hidden),
 * city, bureau, and for administrator and security each Username, Name, Password.
 *
 * @param link key of the link that opened the page
 */
public record SetupView(String link, Form form) {}
