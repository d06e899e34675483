package io.zaikong.filings;

import io.zaikong.filings.FilingState.Accepted;
import io.zaikong.filings.FilingState.CancellationAsked;
import io.zaikong.filings.FilingState.Cancelled;
import io.zaikong.filings.FilingState.Checked;
import io.zaikong.filings.FilingState.Draft;
import io.zaikong.filings.FilingState.Filed;
import io.zaikong.filings.FilingState.Name;
import io.zaikong.filings.FilingState.Returned;
import io.zaikong.filings.FilingState.Submitted;
import io.zaikong.filings.FilingState.Superseded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A state as the columns of its row. */
record FilingColumns(
    @Nullable LocalDate submittedOn,
    @Nullable LocalDate returnedOn,
    @Nullable LocalDate acceptedOn,
    @Nullable LocalDate filedOn,
    @Nullable String number,
    @Nullable LocalDate askedOn,
    @Nullable String askReason,
    @Nullable LocalDate checkedOn,
    @Nullable String opinion,
    @Nullable String refusal,
    @Nullable LocalDate endedOn) {

  private static final FilingColumns NONE =
      new FilingColumns(null, null, null, null, null, null, null, null, null, null, null);

  static FilingColumns of(FilingState state) {
    return switch (state) {
      case Draft draft -> NONE;
      case Submitted s -> NONE.with(s.on(), null, null);
      case Returned r -> NONE.with(r.submittedOn(), r.on(), null);
      case Accepted a -> NONE.with(a.submittedOn(), null, a.on());
      case Filed f -> filed(f, null, null, null);
      case CancellationAsked a -> filed(a.filed(), a, null, null);
      case Checked c -> filed(c.filed(), c.asked(), c, null);
      case Cancelled c -> filed(c.checked().filed(), c.checked().asked(), c.checked(), c.on());
      case Superseded s -> filed(s.filed(), null, null, s.on());
    };
  }

  private FilingColumns with(
      LocalDate submitted, @Nullable LocalDate returned, @Nullable LocalDate accepted) {
    return new FilingColumns(
        submitted, returned, accepted, filedOn, number, askedOn, askReason, checkedOn, opinion,
        refusal, endedOn);
  }

  private static FilingColumns filed(
      Filed filed,
      @Nullable CancellationAsked asked,
      @Nullable Checked checked,
      @Nullable LocalDate ended) {
    return new FilingColumns(
        filed.submittedOn(),
        null,
        filed.acceptedOn(),
        filed.on(),
        filed.number(),
        asked == null ? null : asked.on(),
        asked == null ? null : asked.reason(),
        checked == null ? null : checked.on(),
        checked == null ? null : checked.opinion(),
        filed.refusal().isEmpty() ? null : filed.refusal(),
        ended);
  }

  static FilingState read(ResultSet row) throws SQLException {
    return switch (Name.valueOf(row.getString("state"))) {
      case DRAFT -> new Draft();
      case SUBMITTED -> new Submitted(day(row, "submitted_on"));
      case RETURNED -> new Returned(day(row, "submitted_on"), day(row, "returned_on"));
      case ACCEPTED -> new Accepted(day(row, "submitted_on"), day(row, "accepted_on"));
      case FILED -> readFiled(row);
      case CANCELLATION_ASKED -> readAsked(row);
      case CHECKED -> readChecked(row);
      case CANCELLED -> new Cancelled(readChecked(row), day(row, "ended_on"));
      case SUPERSEDED -> new Superseded(readFiled(row), day(row, "ended_on"));
    };
  }

  private static Filed readFiled(ResultSet row) throws SQLException {
    String refusal = row.getString("refusal");
    return new Filed(
        row.getObject("submitted_on", LocalDate.class),
        row.getObject("accepted_on", LocalDate.class),
        day(row, "filed_on"),
        row.getString("number"),
        refusal == null ? "" : refusal);
  }

  private static CancellationAsked readAsked(ResultSet row) throws SQLException {
    return new CancellationAsked(readFiled(row), day(row, "asked_on"), row.getString("ask_reason"));
  }

  private static Checked readChecked(ResultSet row) throws SQLException {
    return new Checked(readAsked(row), day(row, "checked_on"), row.getString("opinion"));
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }
}
