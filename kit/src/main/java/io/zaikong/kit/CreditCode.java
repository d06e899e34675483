package io.zaikong.kit;

/**
 * A unified social credit code (GB 32100-2015): 17 characters of 0-9 and A-Z without I, O, S, V, Z,
 * and a check character modulo 31.
 */
public record CreditCode(String value) {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  /**
   * @throws IllegalArgumentException unless the value has 18 allowed characters, the last the check
   */
  public CreditCode {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a unified social credit code: " + value);
    }
  }

  public static boolean isValid(String value) {
    if (value.length() != 18) {
      return false;
    }
    for (int i = 0; i < 18; i++) {
      if (ALPHABET.indexOf(value.charAt(i)) < 0) {
        return false;
      }
    }
    return value.charAt(17) == checkCharacter(value.substring(0, 17));
  }

  /** The code whose first 17 characters are given. */
  public static CreditCode completing(String first17) {
    return new CreditCode(first17 + checkCharacter(first17));
  }

  private static char checkCharacter(String first17) {
    int sum = 0;
    int weight = 1; // 3^i mod 31, GB 32100 5.6
    for (int i = 0; i < 17; i++) {
      sum += ALPHABET.indexOf(first17.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }

  @Override
  public String toString() {
    return value;
  }
}
