package io.zaikong.enterprises;

/** Whom to call; what is not known is empty. */
public record Contacts(
    String principal,
    String principalPhone,
    String safetyManager,
    String safetyManagerPhone,
    String contact,
    String phone) {

  public static final Contacts NONE = new Contacts("", "", "", "", "", "");
}
