package io.zaikong.filings;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where a filing stands; each state has the steps that are possible from it. */
public sealed interface FilingState {

  /** As it is stored and filtered by. */
  enum Name {
    DRAFT,
    SUBMITTED,
    RETURNED,
    ACCEPTED,
    FILED,
    CANCELLATION_ASKED,
    CHECKED,
    CANCELLED,
    SUPERSEDED
  }

  Name name();

  /** Still with the enterprise. */
  sealed interface Open extends FilingState {
    default Submitted submit(LocalDate on) {
      return new Submitted(on);
    }
  }

  /** Filed, and in force. */
  sealed interface Standing extends FilingState {
    Filed filed();

    default Superseded supersede(LocalDate on) {
      return new Superseded(filed(), on);
    }
  }

  record Draft() implements Open {
    @Override
    public Name name() {
      return Name.DRAFT;
    }
  }

  record Returned(LocalDate submittedOn, LocalDate on) implements Open {
    @Override
    public Name name() {
      return Name.RETURNED;
    }
  }

  record Submitted(LocalDate on) implements FilingState {
    @Override
    public Name name() {
      return Name.SUBMITTED;
    }

    public Accepted accept(LocalDate day) {
      return new Accepted(on, day);
    }

    public Returned giveBack(LocalDate day) {
      return new Returned(on, day);
    }
  }

  record Accepted(LocalDate submittedOn, LocalDate on) implements FilingState {
    @Override
    public Name name() {
      return Name.ACCEPTED;
    }

    public Filed file(LocalDate day, String number) {
      return new Filed(submittedOn, on, day, number, "");
    }
  }

  /**
   * @param submittedOn null where a certificate on paper does not say; {@code acceptedOn} too
   * @param refusal why a cancellation was refused last; empty when none was
   */
  record Filed(
      @Nullable LocalDate submittedOn,
      @Nullable LocalDate acceptedOn,
      LocalDate on,
      String number,
      String refusal)
      implements Standing {
    @Override
    public Name name() {
      return Name.FILED;
    }

    @Override
    public Filed filed() {
      return this;
    }

    public CancellationAsked askCancellation(LocalDate day, String reason) {
      return new CancellationAsked(this, day, reason);
    }
  }

  record CancellationAsked(Filed filed, LocalDate on, String reason) implements Standing {
    @Override
    public Name name() {
      return Name.CANCELLATION_ASKED;
    }

    public Checked check(LocalDate day, String opinion) {
      return new Checked(this, day, opinion);
    }
  }

  /** Looked at on the spot, with the opinion of those who did. */
  record Checked(CancellationAsked asked, LocalDate on, String opinion) implements Standing {
    @Override
    public Name name() {
      return Name.CHECKED;
    }

    @Override
    public Filed filed() {
      return asked.filed();
    }

    public Cancelled cancel(LocalDate day) {
      return new Cancelled(this, day);
    }

    public Filed refuse(String reason) {
      Filed before = filed();
      return new Filed(
          before.submittedOn(), before.acceptedOn(), before.on(), before.number(), reason);
    }
  }

  record Cancelled(Checked checked, LocalDate on) implements FilingState {
    @Override
    public Name name() {
      return Name.CANCELLED;
    }
  }

  record Superseded(Filed filed, LocalDate on) implements FilingState {
    @Override
    public Name name() {
      return Name.SUPERSEDED;
    }
  }
}
