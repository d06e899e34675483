package io.zaikong.census;

import io.zaikong.census.CensusCheck.Checking;
import io.zaikong.hazards.Declarations;
import io.zaikong.hazards.Declarations.Summary;
import io.zaikong.imports.ImportKind;
import io.zaikong.imports.ImportReport.Count;
import io.zaikong.shell.Actor;
import io.zaikong.shell.MenuEntry;
import io.zaikong.shell.MenuEntry.Group;
import io.zaikong.shell.Role;
import io.zaikong.workbook.Workbook;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** The census as a kind of import. */
@Component
class CensusImport implements ImportKind {

  private final CensusCheck check;
  private final Declarations declarations;

  CensusImport(CensusCheck check, Declarations declarations) {
    this.check = check;
    this.declarations = declarations;
  }

  @Override
  public String key() {
    return "census";
  }

  @Override
  public boolean isFor(Actor actor) {
    return actor.hasAny(Role.OFFICER);
  }

  @Override
  public Result result() {
    return new Result("/hazards/units", "hazards.units");
  }

  @Override
  public byte[] template() {
    return CensusWorkbook.template();
  }

  @Override
  public byte[] sample() {
    return CensusWorkbook.sample();
  }

  @Override
  public Checked check(Workbook workbook) {
    Checking checking = check.check(CensusReader.read(workbook));
    return new Checked(
        checking.report(),
        checking.preview(),
        progress -> counts(declarations.declare(checking.sites(), progress)));
  }

  private static List<Count> counts(Summary summary) {
    return List.of(
        new Count("enterprises", summary.enterprises()),
        new Count("added", summary.added()),
        new Count("changed", summary.changed()),
        new Count("same", summary.same()),
        new Count("major", summary.major()),
        new Count("incomplete", summary.incomplete()));
  }

  /** The page's place in the menu. */
  @Configuration
  static class Entry {

    @Bean
    MenuEntry censusEntry() {
      return new MenuEntry(Group.CENSUS, 30, "census.import", "upload", "/imports/census");
    }
  }
}
