package io.zaikong.database;

/**
 * There is no usable database, for a reason that the person who starts the application can act on.
 * The message is for that person, in Chinese and English, and holds no password.
 */
public class DatabaseUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DatabaseUnavailableException(String chinese, String english) {
    super(chinese + System.lineSeparator() + english);
  }

  public DatabaseUnavailableException(String chinese, String english, Throwable cause) {
    super(chinese + System.lineSeparator() + english, cause);
  }
}
