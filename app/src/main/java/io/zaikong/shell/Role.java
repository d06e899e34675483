package io.zaikong.shell;

/**
 * What a person may do; where he may do it is his {@link Scope}. The three administrators are kept
 * apart (GB/T 22239-2019 8.1.4.1, 8.1.5): no account holds two of them, nor one of them and a
 * business role.
 */
public enum Role {
  /** 系统管理员: accounts and settings within the own territory. */
  SYSTEM_ADMINISTRATOR(true),
  /** 安全管理员: grants roles and scopes, unlocks, sets the security policy. */
  SECURITY_ADMINISTRATOR(true),
  /** 审计管理员: reads the journal, changes nothing. */
  AUDITOR(true),
  /** 领导: sees everything of the territory, changes nothing. */
  CHIEF(false),
  /** 监管人员: keeps the registers of the territory. */
  OFFICER(false),
  /** 企业安全管理员: sees and keeps the own enterprise's records. */
  ENTERPRISE_SAFETY_MANAGER(false);

  private final boolean administrator;

  Role(boolean administrator) {
    this.administrator = administrator;
  }

  public boolean isAdministrator() {
    return administrator;
  }
}
