package io.zaikong.coverage;

import io.zaikong.imports.ImportKind;
import io.zaikong.imports.ImportReport;
import io.zaikong.imports.ImportReport.Count;
import io.zaikong.imports.RowError;
import io.zaikong.imports.RowErrors;
import io.zaikong.imports.SheetReader;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Places;
import io.zaikong.shell.Role;
import io.zaikong.workbook.Workbook;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;

/** Lists from outside as a kind of import. */
@Component
class ListImport implements ImportKind {

  private final OutsideLists lists;
  private final CensusStatus status;
  private final Places places;

  ListImport(OutsideLists lists, CensusStatus status, Places places) {
    this.lists = lists;
    this.status = status;
    this.places = places;
  }

  @Override
  public String key() {
    return "lists";
  }

  @Override
  public boolean isFor(Actor actor) {
    return actor.hasAny(Role.OFFICER);
  }

  @Override
  public Result result() {
    return new Result("/census/lists", "coverage.lists");
  }

  @Override
  public byte[] template() {
    return ListColumns.template();
  }

  @Override
  public byte[] sample() {
    return ListColumns.sample();
  }

  @Override
  public Checked check(Workbook workbook) {
    var errors = new RowErrors(List.of(ListColumns.SHEET));
    var sheets = new SheetReader(workbook, errors);
    var sheet =
        new ListSheet(new AddressPlaces(places), Actor.getCurrent().scope(), status.today());
    int rows = sheets.read(ListColumns.SHEET, ListColumns.COLUMNS, sheet::read);
    List<ListRow.Of> found = sheet.sound().stream().map(ListRow::of).distinct().toList();
    List<ListRow.Of> known = found.stream().filter(lists::isKnown).toList();
    known.forEach(l -> errors.add(error("lists.known", l.name(), l.asOf().toString())));
    if (rows == 0 && errors.isEmpty()) {
      errors.add(error("lists.nothing"));
    }
    List<ListRow> good = sheet.sound().stream().filter(r -> !known.contains(r.of())).toList();
    ImportReport report =
        new ImportReport(
            rows,
            good.size(),
            !good.isEmpty(),
            List.of(
                new Count("rows", rows),
                new Count("good", good.size()),
                new Count("lists", found.size() - known.size())),
            errors.kept().size() + errors.more(),
            errors.kept(),
            sheets.notes(),
            List.of());
    return new Checked(report, progress -> take(good, progress));
  }

  private List<Count> take(List<ListRow> rows, IntConsumer progress) {
    List<OutsideList> taken = lists.take(rows, progress);
    return List.of(
        new Count("lists", taken.size()),
        sum("by_code", taken, OutsideList::byCode),
        sum("by_name", taken, OutsideList::byName),
        sum("unmatched", taken, OutsideList::unmatched),
        sum("aside", taken, OutsideList::aside));
  }

  private static Count sum(
      String name, List<OutsideList> lists, ToLongFunction<OutsideList> value) {
    return new Count(name, Math.toIntExact(lists.stream().mapToLong(value).sum()));
  }

  private static RowError error(String key, String... parameters) {
    return new RowError(ListColumns.SHEET, 0, "", "", key, List.of(parameters));
  }
}
