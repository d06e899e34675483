package io.zaikong.demo;

/**
 * An account of the demonstration, as shown to who loaded it.
 *
 * @param password made for this installation; kept only as its hash
 */
record DemoAccount(String username, String who, String territory, String password) {}
