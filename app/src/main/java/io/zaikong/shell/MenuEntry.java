package io.zaikong.shell;

/**
 * A page that the menu leads to; a capability contributes one as a bean. It shows to those who may
 * call the page's handler.
 *
 * @param order within the group, small first
 * @param textKey the words
 * @param icon a name from the sprite, see icons.mjs
 * @param path of a GET handler, without parameters
 */
public record MenuEntry(Group group, int order, String textKey, String icon, String path) {

  /** The menu's sections, in their order. {@link #SETTINGS} shows on the settings page instead. */
  public enum Group {
    OVERVIEW,
    REGISTERS,
    CENSUS,
    MONITORING,
    CONTROL,
    SUPERVISION,
    ENFORCEMENT,
    EMERGENCY,
    TRAINING,
    REPORTS,
    SYSTEM,
    SETTINGS;

    public String textKey() {
      return switch (this) {
        case OVERVIEW -> "shell.menu.overview";
        case REGISTERS -> "shell.menu.registers";
        case CENSUS -> "shell.menu.census";
        case MONITORING -> "shell.menu.monitoring";
        case CONTROL -> "shell.menu.control";
        case SUPERVISION -> "shell.menu.supervision";
        case ENFORCEMENT -> "shell.menu.enforcement";
        case EMERGENCY -> "shell.menu.emergency";
        case TRAINING -> "shell.menu.training";
        case REPORTS -> "shell.menu.reports";
        case SYSTEM -> "shell.menu.system";
        case SETTINGS -> "shell.menu.settings";
      };
    }
  }
}
