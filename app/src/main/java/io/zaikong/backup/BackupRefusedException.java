package io.zaikong.backup;

/** A backup or restore that cannot be, with the reason for the person at the machine. */
public final class BackupRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BackupRefusedException(String chinese, String english) {
    super(chinese + System.lineSeparator() + english);
  }
}
