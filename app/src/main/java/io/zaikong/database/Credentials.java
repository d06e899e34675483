package io.zaikong.database;

/** A database role and its password, which {@link #toString} does not show. */
public record Credentials(String user, String password) {

  @Override
  public String toString() {
    return user;
  }
}
