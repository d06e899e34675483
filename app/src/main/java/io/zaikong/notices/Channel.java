package io.zaikong.notices;

/** A way to reach a person (发送渠道). */
public enum Channel {
  MAIL,
  /** Through the gateway. */
  SMS,
  /** Through the gateway; for urgent matters only. */
  VOICE;

  public String textKey() {
    return "notices.channel." + this;
  }
}
