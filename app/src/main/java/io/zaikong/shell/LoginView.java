package io.zaikong.shell;

/**
 * The login page.
 *
 * @param username to fill in again; empty at first
 * @param tone of the notice
 * @param noticeKey text key: refused, locked, throttled, expired, signed out; empty for none
 */
public record LoginView(String username, Tone tone, String noticeKey) {}
