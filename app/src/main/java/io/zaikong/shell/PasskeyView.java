package io.zaikong.shell;

/**
 * The second factor: sign in with a passkey, or register the first one.
 *
 * @param registered whether the account has a passkey
 * @param next address to go on to once a passkey has been registered
 */
public record PasskeyView(boolean registered, String next) {}
