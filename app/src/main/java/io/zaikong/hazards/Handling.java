package io.zaikong.hazards;

/**
 * Where and how a chemical is handled, as stated; empty text: not stated, which is no value.
 *
 * @param container tank, container or place
 * @param temperature upper limit of the working temperature, °C, or 常温
 * @param pressure gauge pressure, MPa
 * @param process a special process condition (GB 18218-2018 table 2 W5.2), or 无
 * @param note physical state and the like
 */
public record Handling(
    String container, String temperature, String pressure, String process, String note) {

  public static final Handling NOT_STATED = new Handling("", "", "", "", "");

  public Handling {
    container = container.strip();
    temperature = temperature.strip();
    pressure = pressure.strip();
    process = process.strip();
    note = note.strip();
  }

  /** What a unit states for all that is in it. */
  public static Handling ofUnit(String temperature, String pressure, String process) {
    return new Handling("", temperature, pressure, process, "");
  }

  /** What is not stated here, as stated for the whole unit. */
  Handling within(Handling unit) {
    return new Handling(
        container,
        temperature.isEmpty() ? unit.temperature : temperature,
        pressure.isEmpty() ? unit.pressure : pressure,
        process.isEmpty() ? unit.process : process,
        note);
  }
}
