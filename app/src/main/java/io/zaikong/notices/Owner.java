package io.zaikong.notices;

import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Role;

/** For whom a notice waits (责任人). Stored and compared by its key. */
public sealed interface Owner {

  /** The same for the same owner. */
  String key();

  /** The person of an account. */
  record Person(long accountId) implements Owner {
    @Override
    public String key() {
      return "person:" + accountId;
    }
  }

  /** Whoever holds the post on the day of looking. */
  record Post(long postId) implements Owner {
    @Override
    public String key() {
      return "post:" + postId;
    }
  }

  /**
   * Those of a division's own agencies who have the role; where nobody has it, those of the nearest
   * division above.
   */
  record RoleIn(Role role, DivisionCode division) implements Owner {
    @Override
    public String key() {
      return "role:" + role + ":" + division;
    }
  }

  /** Those of an enterprise who have the role. */
  record RoleOf(Role role, long enterpriseId) implements Owner {
    @Override
    public String key() {
      return "role:" + role + ":enterprise:" + enterpriseId;
    }
  }

  /**
   * @throws IllegalArgumentException for anything but a key made here
   */
  static Owner parse(String key) {
    String[] parts = key.split(":", -1);
    return switch (parts[0] + parts.length) {
      case "person2" -> new Person(Long.parseLong(parts[1]));
      case "post2" -> new Post(Long.parseLong(parts[1]));
      case "role3" -> new RoleIn(Role.valueOf(parts[1]), new DivisionCode(parts[2]));
      case "role4" -> new RoleOf(Role.valueOf(parts[1]), Long.parseLong(parts[3]));
      default -> throw new IllegalArgumentException("no owner: " + key);
    };
  }
}
