package io.zaikong.enterprises;

import io.zaikong.enterprises.EnterpriseCheck.Checking;
import io.zaikong.imports.ImportKind;
import io.zaikong.imports.ImportReport.Count;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Role;
import io.zaikong.workbook.Workbook;
import java.util.List;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;

/** The register as a kind of import. */
@Component
class EnterpriseImport implements ImportKind {

  private static final int AT_ONCE = 2_000;

  private final EnterpriseCheck check;
  private final Enterprises enterprises;

  EnterpriseImport(EnterpriseCheck check, Enterprises enterprises) {
    this.check = check;
    this.enterprises = enterprises;
  }

  @Override
  public String key() {
    return "enterprises";
  }

  @Override
  public boolean isFor(Actor actor) {
    return actor.hasAny(Role.OFFICER);
  }

  @Override
  public Result result() {
    return new Result("/enterprises", "enterprises");
  }

  @Override
  public byte[] template() {
    return EnterpriseWorkbook.template();
  }

  @Override
  public byte[] sample() {
    return EnterpriseWorkbook.sample();
  }

  @Override
  public Checked check(Workbook workbook) {
    Checking checking = check.check(workbook);
    return new Checked(
        checking.report(), checking.preview(), progress -> importNow(checking.records(), progress));
  }

  private List<Count> importNow(List<Enterprise> records, IntConsumer progress) {
    int known = (int) records.stream().filter(e -> e.id() != 0).count();
    for (int from = 0; from < records.size(); from += AT_ONCE) {
      List<Enterprise> some = records.subList(from, Math.min(from + AT_ONCE, records.size()));
      enterprises.save(some, (before, after) -> after);
      progress.accept(from + some.size());
    }
    return List.of(
        new Count("enterprises", records.size()),
        new Count("added", records.size() - known),
        new Count("known", known));
  }
}
