package io.zaikong.notices;

/** What came of trying to send a message. */
sealed interface Attempt {

  /** Taken over by the mail server or the gateway. */
  record Sent() implements Attempt {}

  /** Not now; tried again. */
  record Later(String reason) implements Attempt {}

  /** Refused for good; a person has to look. */
  record Never(String reason) implements Attempt {}
}
