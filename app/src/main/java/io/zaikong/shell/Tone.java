package io.zaikong.shell;

/** How a status looks: never alone, always beside its icon and its word. */
public enum Tone {
  GOOD("circle-check"),
  WARNING("alert-triangle"),
  BAD("alert-circle"),
  QUIET("circle-minus"),
  NEUTRAL("info-circle");

  private final String icon;

  Tone(String icon) {
    this.icon = icon;
  }

  public String icon() {
    return icon;
  }

  /** The CSS class that colours it. */
  public String css() {
    return switch (this) {
      case GOOD -> "tone-good";
      case WARNING -> "tone-warning";
      case BAD -> "tone-bad";
      case QUIET -> "tone-quiet";
      case NEUTRAL -> "tone-neutral";
    };
  }

  /** The CSS class of a message box in this tone. */
  public String alertCss() {
    return switch (this) {
      case GOOD -> "alert-success";
      case WARNING -> "alert-warning";
      case BAD -> "alert-danger";
      case QUIET, NEUTRAL -> "alert-info";
    };
  }
}
