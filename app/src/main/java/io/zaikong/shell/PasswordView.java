package io.zaikong.shell;

/**
 * The change-password page. Fields: current, password, repeated.
 *
 * @param due whether the password must be changed before anything else
 */
public record PasswordView(String username, boolean due, Form form) {}
