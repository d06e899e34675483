package io.zaikong.enterprises;

import io.zaikong.shell.Tone;
import java.util.Arrays;
import java.util.Optional;

/** Whether an enterprise works (经营状态). */
public enum OperatingState {
  BUILDING("在建", Tone.NEUTRAL),
  OPERATING("在产", Tone.GOOD),
  SUSPENDED("停产", Tone.WARNING),
  CLOSED("关闭", Tone.QUIET),
  MOVED_AWAY("迁出", Tone.QUIET);

  private final String chinese;
  private final Tone tone;

  OperatingState(String chinese, Tone tone) {
    this.chinese = chinese;
    this.tone = tone;
  }

  String chinese() {
    return chinese;
  }

  public Tone tone() {
    return tone;
  }

  public String textKey() {
    return "enterprise.state." + name();
  }

  static Optional<OperatingState> findByChinese(String chinese) {
    return Arrays.stream(values()).filter(s -> s.chinese.equals(chinese)).findFirst();
  }
}
