package io.zaikong.notices;

import io.zaikong.shell.Tone;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way to one person (发送记录), as the administrator sees it: without the address.
 *
 * @param nextAt when it is tried next, as long as it waits
 * @param error why the last attempt failed: a text key, or what the server said; empty when none
 *     did
 */
public record Delivery(
    long id,
    String noticeKind,
    String noticeTitle,
    long accountId,
    Channel channel,
    boolean urgent,
    State state,
    int attempts,
    Instant nextAt,
    @Nullable Instant sentAt,
    @Nullable Instant receiptAt,
    String error) {

  public enum State {
    WAITING(Tone.NEUTRAL),
    /** Taken over by the mail server or the gateway. */
    SENT(Tone.GOOD),
    /** Reported as delivered. */
    DELIVERED(Tone.GOOD),
    /** Reported as read. */
    READ(Tone.GOOD),
    /** Given up, or reported as failed; a person has to look. */
    FAILED(Tone.BAD),
    /** The matter was settled before. */
    DROPPED(Tone.QUIET);

    private final Tone tone;

    State(Tone tone) {
      this.tone = tone;
    }

    public Tone tone() {
      return tone;
    }

    public String textKey() {
      return "notices.delivery.state." + this;
    }
  }
}
