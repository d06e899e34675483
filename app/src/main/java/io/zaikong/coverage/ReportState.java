package io.zaikong.coverage;

import io.zaikong.shell.Tone;

/** Where an enterprise stands in a round; each is in one of them. */
public enum ReportState {
  /** 逾期: nothing received, and the last day has passed. */
  OVERDUE(Tone.BAD),
  /** 未报: nothing received yet. */
  MISSING(Tone.WARNING),
  /** 待补全: a unit lacks facts, or only the site was declared. */
  INCOMPLETE(Tone.WARNING),
  /** 已报: a source, or that there is none. */
  REPORTED(Tone.GOOD),
  /** 不需申报: excused by an officer. */
  EXCUSED(Tone.QUIET);

  private final Tone tone;

  ReportState(Tone tone) {
    this.tone = tone;
  }

  public Tone tone() {
    return tone;
  }

  public String textKey() {
    return "coverage.state." + name();
  }
}
