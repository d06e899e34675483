package io.zaikong.enterprises;

/** What a person is in an enterprise (Work Safety Law art. 5, 24, 28, 30); it may be several. */
public enum PersonPost {
  PRINCIPAL,
  SAFETY_MANAGER,
  SPECIAL_OPERATOR,
  EMPLOYEE;

  public String textKey() {
    return "person.post." + name();
  }
}
