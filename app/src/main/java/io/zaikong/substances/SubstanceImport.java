package io.zaikong.substances;

import io.zaikong.imports.ImportKind;
import io.zaikong.imports.ImportReport;
import io.zaikong.imports.ImportReport.Count;
import io.zaikong.imports.RowError;
import io.zaikong.imports.RowErrors;
import io.zaikong.imports.SheetReader;
import io.zaikong.shell.Actor;
import io.zaikong.substances.Substances.Wanted;
import io.zaikong.workbook.Workbook;
import java.util.List;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;

/** The catalogue as a kind of import: a row that differs becomes a new version. */
@Component
class SubstanceImport implements ImportKind {

  private static final int AT_ONCE = 200;

  private final Substances substances;

  SubstanceImport(Substances substances) {
    this.substances = substances;
  }

  @Override
  public String key() {
    return "substances";
  }

  @Override
  public boolean isFor(Actor actor) {
    return substances.mayChange();
  }

  @Override
  public Result result() {
    return new Result("/substances?sort=newest", "substances.title");
  }

  @Override
  public byte[] template() {
    return SubstanceWorkbook.template();
  }

  @Override
  public byte[] sample() {
    return SubstanceWorkbook.sample();
  }

  @Override
  public Checked check(Workbook workbook) {
    var errors = new RowErrors(List.of(SubstanceWorkbook.SHEET));
    var sheets = new SheetReader(workbook, errors);
    var sheet = new SubstanceSheet();
    int rows = sheets.read(SubstanceWorkbook.SHEET, SubstanceWorkbook.COLUMNS, sheet::read);
    if (rows == 0 && errors.isEmpty()) {
      errors.add(
          new RowError(SubstanceWorkbook.SHEET, 0, "", "", "substances.import.nothing", List.of()));
    }
    var check = new SubstanceCheck(substances.edition(), substances.listStanding());
    sheet.entries().forEach(check::judge);
    List<Wanted> wanted = check.wanted();
    int added = (int) wanted.stream().filter(w -> w.number().isEmpty()).count();
    ImportReport report =
        new ImportReport(
            rows,
            wanted.size(),
            !wanted.isEmpty(),
            List.of(
                new Count("rows", rows),
                new Count("good", wanted.size()),
                new Count("added", added),
                new Count("changed", wanted.size() - added),
                new Count("unchanged", check.unchanged())),
            errors.kept().size() + errors.more(),
            errors.kept(),
            sheets.notes(),
            List.of());
    return new Checked(report, check.preview(), progress -> importNow(wanted, added, progress));
  }

  private List<Count> importNow(List<Wanted> wanted, int added, IntConsumer progress) {
    for (int from = 0; from < wanted.size(); from += AT_ONCE) {
      List<Wanted> some = wanted.subList(from, Math.min(from + AT_ONCE, wanted.size()));
      substances.writeAll(some);
      progress.accept(from + some.size());
    }
    return List.of(
        new Count("substances", wanted.size()),
        new Count("added", added),
        new Count("changed", wanted.size() - added));
  }
}
