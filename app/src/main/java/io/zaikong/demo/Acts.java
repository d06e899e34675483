package io.zaikong.demo;

import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;

/** The demonstration's acts are sound, so a refusal of one is a fault of the program. */
final class Acts {

  private Acts() {}

  static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T>(T value) -> value;
      case Refused<T> refused ->
          throw new IllegalStateException(
              "refused: " + refused.reason() + " " + refused.parameters());
    };
  }
}
